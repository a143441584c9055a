import { createHash } from 'node:crypto';
import { group } from 'd3-array';
import type { Proposal } from '../rows.ts';
import { titleKey } from '../text/normalize.ts';
import type { Case } from './assemble.ts';
import { sessionKey } from './identify.ts';
import { parseNumber } from './numbers.ts';

/**
 * Gives every proposal a readable id: body, level where a run has several, year or session, category where numbers
 * restart, and number — 政协-2024-12. A proposal without a number has 无号 and six digits of its title's hash. Ids
 * that still repeat get -2, -3 … in source order. Ids given by the source (a column `id`) are kept.
 * Also turns merged_into from a number into the id of that proposal, where there is exactly one.
 */
export function assignIds(cases: Case[]): void {
  const proposals = cases.map((c) => c.proposal);
  const withLevel = new Set(proposals.flatMap((p) => p.level ?? [])).size > 1;
  const series = group(
    proposals.filter((p) => p.proposal_id === ''),
    (p) => prefix(p, withLevel),
  );
  for (const [start, members] of series) {
    const restarts = numbersRestart(members);
    for (const p of members) {
      p.proposal_id = [start, restarts ? p.category : null, p.number ?? hashOf(p.title)]
        .filter((part) => part)
        .join('-');
    }
  }
  const taken = new Set<string>();
  for (const p of proposals) {
    const base = p.proposal_id;
    for (let n = 2; taken.has(p.proposal_id); n++) p.proposal_id = `${base}-${n}`;
    taken.add(p.proposal_id);
  }
  resolveMerged(proposals);
}

function prefix(p: Proposal, withLevel: boolean): string {
  const time = p.year ?? (p.session === null ? null : sessionKey(p.session));
  return [p.body, withLevel ? p.level : null, time].filter((part) => part !== null).join('-');
}

/** Whether a number repeats with different categories: then the category belongs to the id. */
function numbersRestart(members: Proposal[]): boolean {
  const byNumber = group(
    members.filter((p) => p.number !== null),
    (p) => p.number,
  );
  return [...byNumber.values()].some((same) => new Set(same.map((p) => p.category)).size > 1);
}

function hashOf(title: string): string {
  return `无号${createHash('sha1').update(titleKey(title)).digest('hex').slice(0, 6)}`;
}

function resolveMerged(proposals: Proposal[]): void {
  const byNumber = group(proposals, (p) => `${p.body}|${p.year}|${p.number}`);
  for (const p of proposals) {
    if (p.merged_into === null) continue;
    const { number, year, body } = parseNumber(p.merged_into.replace(/^并入/, ''));
    const target = byNumber.get(`${body ?? p.body}|${year ?? p.year}|${number}`) ?? [];
    if (target.length === 1 && target[0]) p.merged_into = target[0].proposal_id;
  }
}

import type { Proposal } from '../rows.ts';
import { titleKey } from '../text/normalize.ts';
import type { Case } from './assemble.ts';

/**
 * Gives each document's text to the ledger row that it belongs to: same number (and year and body, where both
 * state them), or same title. A document that fits none, or several, becomes a proposal of its own.
 * Returns how many documents were matched and the proposals of the others.
 */
export function matchDocuments(documents: Proposal[], cases: Case[]): { matched: number; rest: Proposal[] } {
  const byTitle = index(cases, (p) => titleKey(p.title));
  const byNumber = index(cases, (p) => p.number);
  const rest: Proposal[] = [];
  let matched = 0;
  for (const document of documents) {
    const sameTitle = candidates(byTitle.get(titleKey(document.title)), document);
    const sameNumber = document.number === null ? [] : candidates(byNumber.get(document.number), document);
    const both = sameTitle.filter((c) => sameNumber.includes(c));
    const target =
      only(both) ??
      only(sameTitle) ??
      only(sameNumber.filter((c) => resembles(c.proposal.title, document.title)));
    if (target) {
      attach(target, document);
      matched += 1;
    } else rest.push(document);
  }
  return { matched, rest };
}

function index(cases: Case[], keyOf: (p: Proposal) => string | null): Map<string, Case[]> {
  const found = new Map<string, Case[]>();
  for (const c of cases) {
    const key = keyOf(c.proposal);
    if (key !== null && key !== '') found.set(key, [...(found.get(key) ?? []), c]);
  }
  return found;
}

/** Cases that contradict neither the year nor the body of the document. */
function candidates(cases: Case[] | undefined, document: Proposal): Case[] {
  return (cases ?? []).filter(({ proposal }) => {
    const sameYear = proposal.year === null || document.year === null || proposal.year === document.year;
    const sameBody = proposal.body === null || document.body === null || proposal.body === document.body;
    return sameYear && sameBody;
  });
}

function only<T>(list: T[]): T | undefined {
  return list.length === 1 ? list[0] : undefined;
}

/** Half of the two-character pieces of the shorter title stand in the longer one: a typo, not another matter. */
function resembles(a: string, b: string): boolean {
  const [short = '', long = ''] = [titleKey(a), titleKey(b)].sort((x, y) => x.length - y.length);
  if (short.length < 4) return false;
  const pieces = Array.from({ length: short.length - 1 }, (_, i) => short.slice(i, i + 2));
  return pieces.filter((piece) => long.includes(piece)).length * 2 >= pieces.length;
}

function attach(target: Case, document: Proposal): void {
  const p = target.proposal;
  if (p.text === null) {
    p.text = document.text;
    p.problem ??= document.problem;
    p.analysis ??= document.analysis;
    p.suggestion ??= document.suggestion;
  } else if (document.text !== null && document.text !== p.text) {
    const where = { source_file: document.source_file, sheet: null, source_row: 0 };
    target.extras.push({ proposal_id: '', ...where, column: '文档正文', value: document.text });
  }
  p.proposer ??= document.proposer;
  p.sector ??= document.sector;
}

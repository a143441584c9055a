import type { Proposal } from '../../pipeline/rows.ts';
import { decide, type Wish } from '../../pipeline/track/decide.ts';
import { emptyRegistry, type Registry } from '../../pipeline/track/registry.ts';
import { type Tracked, track } from '../../pipeline/track/track.ts';

/** 政协-2021-3: a proposal of that year and number; the title is its own unless given. */
export function proposal(proposal_id: string, more: Partial<Proposal> = {}): Proposal {
  const [body = '', year = '', number = ''] = proposal_id.split('-');
  return {
    proposal_id,
    body: body === '人大' ? '人大' : '政协',
    level: null,
    session: null,
    year: Number(year),
    number,
    title: `关于第${number}号事项的提案`,
    text: null,
    problem: null,
    analysis: null,
    suggestion: null,
    proposer: null,
    proposer_type: null,
    sector: null,
    district: null,
    category: null,
    submitted_on: null,
    filed: null,
    merged_into: null,
    key_proposal: null,
    disclosure: null,
    source_file: 'test.csv',
    source_row: 1,
    ...more,
  };
}

/** Issues of the clusters, over an empty registry or a given one. Every proposal of the clusters is present. */
export function trackIds(clusters: readonly string[][], registry: Registry = emptyRegistry()): Tracked {
  return track(
    clusters.flat().map((id) => proposal(id)),
    clusters,
    registry,
  );
}

/** A decision of 张三, of proposals that are in some issue or in `others`. */
export function decided(registry: Registry, wish: Wish, others: readonly string[] = []): Registry {
  const find = (id: string) =>
    others.includes(id) ? { title: proposal(id).title, year: proposal(id).year } : null;
  return decide(registry, wish, { person: '张三', now: '2024-12-31 14:05', note: '', find });
}

/** Proposal → issue, as the last column of a run. */
export function placesOf({ issue_members }: Tracked): Record<string, string> {
  const places = issue_members.map(({ proposal_id, issue }) => [proposal_id, issue]);
  return Object.fromEntries(places.sort(([a = ''], [b = '']) => (a < b ? -1 : 1)));
}

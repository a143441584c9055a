import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readWritten } from '../../data/sample/make/written.ts';
import { cluster } from '../../pipeline/link/cluster.ts';
import { indexDocuments } from '../../pipeline/link/index-documents.ts';
import { judge } from '../../pipeline/link/judge.ts';
import { silentProgress } from '../../pipeline/progress.ts';
import { ROOT } from '../../pipeline/root.ts';
import type { Link } from '../../pipeline/rows.ts';

interface Fact {
  kind: string;
  proposal_id: string;
  key: string;
  a: string;
  b: string;
  members: string[];
}

const facts = readFileSync(join(ROOT, 'data/sample/truth.jsonl'), 'utf8')
  .trim()
  .split('\n')
  .map((line): Fact => JSON.parse(line));
const of = (kind: string) => facts.filter((fact) => fact.kind === kind);
const idOf = new Map(of('proposal').map(({ key, proposal_id }) => [key, proposal_id]));

describe('the planted relations of the sample city', () => {
  const documents = readWritten().map(({ key, title, text }) => ({ id: idOf.get(key) ?? key, title, text }));
  const links = [...judge(indexDocuments(documents, silentProgress), silentProgress)];
  const clusters = cluster(
    documents.map(({ id }) => id),
    links,
  );
  const clusterOf = new Map(clusters.flatMap((members, i) => members.map((id) => [id, i] as const)));
  const linkOf = new Map(links.map((link) => [`${link.a}|${link.b}`, link]));
  const link = (a: string, b: string): Link | undefined => linkOf.get(a < b ? `${a}|${b}` : `${b}|${a}`);
  const share = (kind: string, holds: (fact: Fact) => boolean) =>
    of(kind).filter(holds).length / of(kind).length;

  it('finds every copy and its text as evidence', () => {
    for (const { a, b } of of('copy')) {
      expect([a, b, link(a, b)?.relation]).toEqual([a, b, 'copy']);
      expect(link(a, b)?.evidence).toMatch(/共有文字“.+”（\d+ 字）|完全相同/);
    }
  });

  it('finds nine fragments of ten', () => {
    expect(
      share('fragment', ({ a, b }) => /fragment|copy/.test(link(a, b)?.relation ?? '')),
    ).toBeGreaterThanOrEqual(0.9);
  });

  it('keeps every look-alike about another place or object in another issue', () => {
    expect(share('lookalike', ({ a, b }) => clusterOf.get(a) !== clusterOf.get(b))).toBe(1);
  });

  it('brings most matters that came back together, in words that share little', () => {
    const pairs = of('issue').flatMap(({ members }) =>
      members.flatMap((a, i) => members.slice(i + 1).map((b) => [a, b] as const)),
    );
    const found = pairs.filter(([a, b]) => clusterOf.get(a) === clusterOf.get(b)).length / pairs.length;
    expect(found).toBeGreaterThan(0.55);
  });

  it('makes no giant', () => {
    const largest = Math.max(...of('issue').map(({ members }) => members.length));
    expect(Math.max(...clusters.map((members) => members.length))).toBeLessThanOrEqual(largest * 1.5);
  });
});

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { cluster } from '../../pipeline/link/cluster.ts';
import { indexDocuments } from '../../pipeline/link/index-documents.ts';
import { judge } from '../../pipeline/link/judge.ts';
import { relate } from '../../pipeline/link/relate.ts';
import { traitsOf } from '../../pipeline/link/traits.ts';
import { silentProgress } from '../../pipeline/progress.ts';
import { hasShared, SHARED } from '../e2e/jianyan.ts';
import { areaUnderCurve, clusterScores, f1, firesByCrossValidation } from './measure.ts';

interface Text {
  doc_id: string;
  title: string;
  text: string;
}

const lines = <T>(name: string): T[] =>
  readFileSync(join(SHARED, name), 'utf8')
    .trim()
    .split('\n')
    .map((line): T => JSON.parse(line));

describe.skipIf(!hasShared)('on real pairs and groups that nothing was trained on', () => {
  it('parts copies, fragments and the same matter from kin and the rest', () => {
    const pairs = lines<{ a: Text; b: Text; label: string }>('pairs.jsonl');
    const scores = pairs.map(
      ({ a, b }) => relate(traitsOf({ ...a, id: '' }), traitsOf({ ...b, id: '' })).score,
    );
    const classes = pairs.map(({ label }) => (['copy', 'fragment', 'same'].includes(label) ? 1 : 0));
    const fires = firesByCrossValidation(scores, classes);
    const rate = (...labels: string[]) => {
      const own = pairs.flatMap(({ label }, i) => (labels.includes(label) ? [fires[i]] : []));
      return own.filter((fired) => fired).length / own.length;
    };
    expect(areaUnderCurve(scores, classes)).toBeGreaterThanOrEqual(0.88);
    expect(f1(fires, classes)).toBeGreaterThanOrEqual(0.78);
    expect(rate('copy', 'fragment')).toBeGreaterThanOrEqual(0.98);
    expect(rate('kin')).toBeLessThanOrEqual(0.3);
  });

  it('groups documents into issues, none larger than the largest true one by half', () => {
    const documents = lines<Text & { issue: string | null }>('groups.jsonl');
    const index = indexDocuments(
      documents.map(({ doc_id, title, text }) => ({ id: doc_id, title, text })),
      silentProgress,
    );
    const clusters = cluster(
      documents.map((d) => d.doc_id),
      [...judge(index, silentProgress)],
    );
    const clusterOf = new Map(clusters.flatMap((members, i) => members.map((id) => [id, i] as const)));
    const truth = documents.map(({ doc_id, issue }) => issue ?? doc_id);
    const { pairwise, bcubed } = clusterScores(
      documents.map((d) => clusterOf.get(d.doc_id)),
      truth,
    );
    const largest = Math.max(...truth.map((issue) => truth.filter((other) => other === issue).length));
    expect(pairwise).toBeGreaterThan(0.82);
    expect(bcubed).toBeGreaterThan(0.9);
    expect(Math.max(...clusters.map((members) => members.length))).toBeLessThanOrEqual(largest * 1.5);
  });
});

import type { Progress } from '../progress.ts';
import type { Link } from '../rows.ts';
import { candidateFinder } from './candidates.ts';
import { evidenceOf } from './evidence.ts';
import { buildPostings } from './postings.ts';
import { relate } from './relate.ts';
import { type Document, type Traits, traitsOf } from './traits.ts';

/**
 * Judges every pair of documents that share enough rare words, kin and diff included, by a and b in code-unit order.
 * Ids must be unique. The work grows with the number of documents, not of pairs: each brings a bounded number of
 * candidates.
 */
export function* judge(documents: readonly Document[], progress: Progress): Generator<Link> {
  const sorted = [...documents].sort((a, b) => (a.id < b.id ? -1 : 1));
  const reading = progress.stage('提取特征', sorted.length);
  const traits = sorted.map((document) => {
    reading.advance();
    return traitsOf(document);
  });
  reading.end();
  const pairs = candidatePairs(traits, progress);
  const judging = progress.stage('判断关系', pairs.length);
  for (const pair of pairs) {
    const a = traits[Math.floor(pair / traits.length)];
    const b = traits[pair % traits.length];
    judging.advance();
    if (!a || !b) continue;
    const { relation, score } = relate(a, b);
    yield { a: a.document.id, b: b.document.id, relation, score, evidence: evidenceOf(a, b, relation) };
  }
  judging.end(`${pairs.length.toLocaleString('en')} 对`);
}

/** Each pair x < y once, as the number x · documents + y, in ascending order. */
function candidatePairs(traits: readonly Traits[], progress: Progress): Float64Array {
  const stage = progress.stage('查找相似', traits.length);
  const keys = traits.map((t) => t.keys);
  const find = candidateFinder(buildPostings(keys));
  const found: number[] = [];
  for (const [x, own] of keys.entries()) {
    for (const { document: y } of find(own, x)) found.push(Math.min(x, y) * traits.length + Math.max(x, y));
    stage.advance();
  }
  const pairs = Float64Array.from(new Set(found)).sort();
  stage.end();
  return pairs;
}

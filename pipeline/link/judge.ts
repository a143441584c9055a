import type { Progress } from '../progress.ts';
import type { Link } from '../rows.ts';
import { candidateFinder } from './candidates.ts';
import { evidenceOf } from './evidence.ts';
import type { DocumentIndex } from './index-documents.ts';
import { relate } from './relate.ts';
import { keysOf } from './traits.ts';

/**
 * Judges every pair of documents that share enough rare words, kin and diff included, by a and b in code-unit order.
 * Ids must be unique. The work grows with the number of documents, not of pairs: each brings a bounded number of
 * candidates.
 */
export function* judge(index: DocumentIndex, progress: Progress): Generator<Link> {
  const { traits } = index;
  const pairs = candidatePairs(index, progress);
  const stage = progress.stage('判断关系', pairs.length);
  for (const pair of pairs) {
    const a = traits[Math.floor(pair / traits.length)];
    const b = traits[pair % traits.length];
    stage.advance();
    if (!a || !b) continue;
    const { relation, score } = relate(a, b);
    yield { a: a.document.id, b: b.document.id, relation, score, evidence: evidenceOf(a, b, relation) };
  }
  stage.end(`${pairs.length.toLocaleString('en')} 对`);
}

/** Each pair x < y once, as the number x · documents + y, in ascending order. */
function candidatePairs({ traits, postings }: DocumentIndex, progress: Progress): Float64Array {
  const stage = progress.stage('查找相似', traits.length);
  const find = candidateFinder(postings);
  const found: number[] = [];
  for (const [x, own] of traits.entries()) {
    for (const { document: y } of find(keysOf(own), x))
      found.push(Math.min(x, y) * traits.length + Math.max(x, y));
    stage.advance();
  }
  const pairs = Float64Array.from(found).sort();
  stage.end();
  return pairs.filter((pair, i) => i === 0 || pair !== pairs[i - 1]);
}

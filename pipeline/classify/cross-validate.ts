import type { Tokenizer } from '../text/tokenize.ts';
import type { Scored } from './calibrate.ts';
import { decideDense, fitDense } from './dense.ts';
import type { Example } from './example.ts';
import type { Prepared } from './features.ts';
import { decide, fitLinear } from './linear.ts';
import { scratch } from './vectorize.ts';

/** What is scored: documents by the linear model, and, where there are any, their sentence vectors by a dense one. */
export interface Subject {
  examples: readonly Example[];
  prepared: readonly Prepared[];
  vectors: readonly Float32Array[] | null;
  labels: readonly string[];
}

/** Scores by models that have not seen the document; `dense` of its vector, empty where there is none. */
export type CrossScored = Scored & { dense: Float64Array };

/**
 * Scores of every example, in their order. Each label's examples are dealt to the folds in turn, so that every fold has
 * its share; a label that a fold's model does not know scores lowest.
 */
export function crossValidate(
  { examples, prepared, vectors, labels }: Subject,
  folds: number,
  tokenize: Tokenizer,
  report: () => void = () => {},
): CrossScored[] {
  const foldOf = deal(examples, folds);
  const scored: CrossScored[] = [];
  for (let fold = 0; fold < folds; fold++) {
    const kept = examples.flatMap((_, i) => (foldOf[i] === fold ? [] : [i]));
    const pick = <T>(list: readonly T[]): T[] => kept.flatMap((i) => list[i] ?? []);
    const own = pick(examples).map((e) => e.labels);
    const model = fitLinear(pick(prepared), own, tokenize);
    const dense = vectors ? fitDense(pick(vectors), own, labels) : null;
    const s = scratch(model.vocabulary.hashes.length);
    const known = new Float64Array(model.labels.length);
    for (const [i, example] of examples.entries()) {
      const document = prepared[i];
      if (foldOf[i] !== fold || !document) continue;
      decide(model, document, s, known);
      const vector = vectors?.[i];
      scored[i] = {
        scores: aligned(model.labels, known, labels),
        dense: dense && vector ? decideDense(dense, vector) : new Float64Array(0),
        right: example.labels.map((label) => labels.indexOf(label)),
        fold,
      };
    }
    report();
  }
  return scored;
}

function deal(examples: readonly Example[], folds: number): number[] {
  const dealt = new Map<string, number>();
  return examples.map(({ labels }) => {
    const key = labels.join('|');
    const n = dealt.get(key) ?? 0;
    dealt.set(key, n + 1);
    return n % folds;
  });
}

function aligned(known: readonly string[], scores: Float64Array, labels: readonly string[]): Float64Array {
  const lowest = scores.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY) - 1;
  return Float64Array.from(labels, (label) => scores[known.indexOf(label)] ?? lowest);
}

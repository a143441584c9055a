import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { find, type HashIndex, hashIndex, intern } from '../classify/hash-index.ts';
import { ROOT } from '../root.ts';
import { hashOf } from './hash.ts';

interface Background {
  index: HashIndex;
  weights: Float32Array;
  /** Weight of a term that none of the texts holds. */
  unseen: number;
}

let background: Background | undefined;

/**
 * How rare a term is: 0 when every text of the project holds it, about 8.4 when none does (ln((n+1)/(df+1)) of
 * data/background.txt, made by `npm run relations`). Frozen: the documents of a batch do not change the weights, so
 * that one more document changes no other pair.
 */
export function weightOf(hash: number): number {
  background ??= read();
  const id = find(background.index, hash);
  return id < 0 ? background.unseen : (background.weights[id] ?? 0);
}

function read(): Background {
  const [head = '', ...lines] = readFileSync(join(ROOT, 'data', 'background.txt'), 'utf8')
    .trim()
    .split('\n');
  const documents = Number(head);
  const index = hashIndex(1 << 15);
  const weights: number[] = [];
  for (const line of lines) {
    const [times = '', terms = ''] = line.split('\t');
    const weight = Math.log((documents + 1) / (Number(times) + 1));
    for (const term of terms.split(' ')) weights[intern(index, hashOf(term))] = weight;
  }
  return { index, weights: Float32Array.from(weights), unseen: Math.log(documents + 1) };
}

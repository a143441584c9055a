import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../root.ts';
import { hashOf } from './hash.ts';

/** Weight of a term that none of the background texts holds. */
let unseen = 0;
let known: ReadonlyMap<number, number> | undefined;

/**
 * How rare a term is: 0 when every text of the project holds it, about 8.4 when none does (ln((n+1)/(df+1)) of
 * data/background.txt, made by `npm run relations`). Frozen: the documents of a batch do not change the weights, so
 * that one more document changes no other pair.
 */
export function weightOf(hash: number): number {
  known ??= read();
  return known.get(hash) ?? unseen;
}

function read(): Map<number, number> {
  const [head = '', ...lines] = readFileSync(join(ROOT, 'data', 'background.txt'), 'utf8')
    .trim()
    .split('\n');
  const documents = Number(head.split(' ')[0]);
  unseen = Math.log(documents + 1);
  const weights = new Map<number, number>();
  for (const line of lines) {
    const [times = '', terms = ''] = line.split('\t');
    const weight = Math.log((documents + 1) / (Number(times) + 1));
    for (const term of terms.split(' ')) weights.set(hashOf(term), weight);
  }
  return weights;
}

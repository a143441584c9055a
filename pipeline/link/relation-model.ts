import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { ROOT } from '../root.ts';
import { FEATURES, scale } from './compare.ts';

const logistic = z.strictObject({ bias: z.number(), weights: z.record(z.string(), z.number()) });

const schema = z.strictObject({
  /** Of a pair whose texts overlap: is it copy, fragment or same, or only the same form about something else? */
  near: logistic,
  /** Of any other pair: is it the same matter? */
  apart: logistic,
  /** Of a pair that is none of these: is it kin? */
  kin: logistic,
});

/** The probability in [0, 1] that a vector of FEATURES belongs to the class. */
export type Logistic = (features: Float64Array) => number;

interface RelationModel {
  merge: Logistic;
  kin: Logistic;
}

let loaded: RelationModel | undefined;

/** The shipped weights, data/relations.json, learned from the project's own pairs by `npm run relations`. */
export function relationModel(): RelationModel {
  loaded ??= read();
  return loaded;
}

/** A pair is near when the longer text holds this part of the shorter one, or a passage as long as two clauses. */
const NEAR_SHARE = 0.5;
const NEAR_PASSAGE = scale(25);

const SHARE = FEATURES.indexOf('containShort');
const PASSAGE = FEATURES.indexOf('passage');

/** Whether the texts themselves overlap: then the pair is judged by what differs. */
export function isNear(features: Float64Array): boolean {
  return (features[SHARE] ?? 0) >= NEAR_SHARE || (features[PASSAGE] ?? 0) >= NEAR_PASSAGE;
}

function read(): RelationModel {
  const file = schema.parse(JSON.parse(readFileSync(join(ROOT, 'data', 'relations.json'), 'utf8')));
  const [near, apart] = [toFunction(file.near), toFunction(file.apart)];
  return { merge: (x) => (isNear(x) ? near(x) : apart(x)), kin: toFunction(file.kin) };
}

function toFunction({ bias, weights }: z.infer<typeof logistic>): Logistic {
  const names = Object.keys(weights);
  if (names.join() !== FEATURES.join()) throw new Error('data/relations.json was made for other features');
  const vector = Float64Array.from(FEATURES, (name) => weights[name] ?? 0);
  return (features) => {
    let sum = bias;
    for (let i = 0; i < vector.length; i++) sum += (vector[i] ?? 0) * (features[i] ?? 0);
    return 1 / (1 + Math.exp(-sum));
  };
}

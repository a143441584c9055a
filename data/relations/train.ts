import { compare, FEATURES } from '../../pipeline/link/compare.ts';
import { candidateFinder } from '../../pipeline/link/candidates.ts';
import { isNear } from '../../pipeline/link/relation-model.ts';
import { buildPostings } from '../../pipeline/link/postings.ts';
import { keysOf, type Traits, traitsOf } from '../../pipeline/link/traits.ts';
import type { Relation } from '../../pipeline/rows.ts';
import { readWritten } from '../sample/make/written.ts';
import { augment } from './augment.ts';
import { fitLogistic, type Observation } from './fit-logistic.ts';
import { type LabelledPair, readTexts, textPairs } from './texts.ts';

/** Small: that weights may not go against their sign restrains them more. */
const PENALTY = 0.003;
/** What a pair counts: written pairs most, the many edits and the sample's unrelated neighbours little. */
const WEIGHTS = { same: 2, written: 1, edited: 0.1, unrelated: 0.3 };

interface Judged {
  x: Float64Array;
  label: Relation;
  weight: number;
}

/**
 * Learns the weights of data/relations.json from the written texts, edits of them, and the sample's planted relations.
 * Near pairs and the others each get the mean of a fit of their own and the common one, so that few rows bend little.
 */
export function trainRelations() {
  const rows = trainingRows();
  const signs = FEATURES.map(signOf);
  const merge = rows.map((r): Observation => ({ x: r.x, weight: r.weight, y: isMerge(r.label) ? 1 : 0 }));
  const common = fitLogistic(merge, PENALTY, signs);
  const own = (isNearPart: boolean) =>
    fitLogistic(
      merge.filter((r) => isNear(r.x) === isNearPart),
      PENALTY,
      signs,
    );
  const kin = rows
    .filter((r) => !isMerge(r.label))
    .map((r): Observation => ({ x: r.x, weight: r.weight, y: r.label === 'kin' ? 1 : 0 }));
  const model = {
    near: named(meanOf(common, own(true))),
    apart: named(meanOf(common, own(false))),
    kin: named(
      fitLogistic(
        kin,
        PENALTY,
        FEATURES.map(() => 0),
      ),
    ),
  };
  return { model, report: `${rows.length} pairs, ${merge.filter((r) => r.y).length} to merge` };
}

interface Linear {
  bias: number;
  weights: number[];
}

function meanOf(a: Linear, b: Linear): Linear {
  return { bias: (a.bias + b.bias) / 2, weights: a.weights.map((w, i) => (w + (b.weights[i] ?? 0)) / 2) };
}

function trainingRows(): Judged[] {
  return [...fromTexts(), ...fromEdits(), ...fromSample()];
}

function isMerge(label: Relation): boolean {
  return label === 'copy' || label === 'fragment' || label === 'same';
}

function fromTexts(): Judged[] {
  return toRows(textPairs(readTexts()), (label) => (label === 'same' ? WEIGHTS.same : WEIGHTS.written));
}

function fromEdits(): Judged[] {
  const texts = readTexts().filter((t) => !t.of);
  return toRows(augment([...texts, ...readWritten()]), () => WEIGHTS.edited);
}

function toRows(pairs: readonly LabelledPair[], weight: (label: Relation) => number): Judged[] {
  const traits = new Map<object, Traits>();
  const of = (text: { title: string; text: string }) => {
    const known = traits.get(text) ?? traitsOf({ id: '', title: text.title, text: text.text });
    traits.set(text, known);
    return known;
  };
  return pairs.map(({ a, b, label }) => ({ x: compare(of(a), of(b)), label, weight: weight(label) }));
}

/** Planted pairs, and for every proposal the nearest ones that are about something else. */
function fromSample(): Judged[] {
  const written = readWritten();
  const traits = written.map(({ key, title, text }) => traitsOf({ id: key, title, text }));
  const keys = traits.map(keysOf);
  const find = candidateFinder(buildPostings(keys));
  const judged: Judged[] = [];
  for (const [i, a] of written.entries()) {
    const near = new Set(find(keys[i] ?? new Uint32Array(), i).slice(0, 2).map(({ document }) => document));
    for (const [j, b] of written.entries()) {
      if (j <= i) continue;
      const planted = [a, b].find((w) => w.relation && w.relation.to === (w === a ? b : a).key)?.relation?.kind;
      const label = planted === 'lookalike' ? 'kin' : (planted ?? (a.issue && a.issue === b.issue ? 'same' : 'diff'));
      if (label === 'diff' && !near.has(j)) continue;
      const [ta, tb] = [traits[i], traits[j]];
      if (ta && tb) judged.push({ x: compare(ta, tb), label, weight: label === 'diff' ? WEIGHTS.unrelated : WEIGHTS.written });
    }
  }
  return judged;
}

function named({ bias, weights }: Linear) {
  const round = (value: number) => Number(value.toFixed(4));
  return { bias: round(bias), weights: Object.fromEntries(FEATURES.map((f, i) => [f, round(weights[i] ?? 0)])) };
}

/** What is shared speaks for one matter, what clashes against it. */
function signOf(feature: string): number {
  return feature.endsWith('Clashes') ? -1 : 1;
}

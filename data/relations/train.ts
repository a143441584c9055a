import { compare, FEATURES } from '../../pipeline/link/compare.ts';
import { candidateFinder } from '../../pipeline/link/candidates.ts';
import { isNear } from '../../pipeline/link/relation-model.ts';
import { buildPostings, keysOf } from '../../pipeline/link/postings.ts';
import { type Traits, traitsOf } from '../../pipeline/link/traits.ts';
import type { Relation } from '../../pipeline/rows.ts';
import { readWritten } from '../sample/make/written.ts';
import { augment } from './augment.ts';
import { fitLogistic, type Observation } from './fit-logistic.ts';
import { type LabelledPair, readTexts, textPairs } from './texts.ts';

/** Weight of the penalty, chosen by cross-validation over the families of texts. */
const PENALTY = 0.01;

interface Judged {
  x: Float64Array;
  label: Relation;
  weight: number;
}

/** Learns the weights of data/relations.json from the written texts and the sample's planted relations. */
export function trainRelations() {
  const rows = [...fromTexts(), ...fromEdits(), ...fromSample()];
  const merge = rows.map((r): Observation => ({ x: r.x, weight: r.weight, y: isMerge(r.label) ? 1 : 0 }));
  const rest = rows.filter((r) => !isMerge(r.label));
  const kin = rest.map((r): Observation => ({ x: r.x, weight: r.weight, y: r.label === 'kin' ? 1 : 0 }));
  const none = FEATURES.map(() => 0);
  const model = {
    near: named(fitLogistic(merge.filter((r) => isNear(r.x)), PENALTY, FEATURES.map(signOf))),
    apart: named(fitLogistic(merge.filter((r) => !isNear(r.x)), PENALTY, FEATURES.map(signOf))),
    kin: named(fitLogistic(kin, PENALTY, none)) };
  return { model, report: `${rows.length} pairs, ${merge.filter((r) => r.y).length} to merge` };
}

export function isMerge(label: Relation): boolean {
  return label === 'copy' || label === 'fragment' || label === 'same';
}

/** Pairs of the written texts: all that are to be merged, and of the others the nearest of each text. */
function fromTexts(): Judged[] {
  const pairs = toRows(textPairs(readTexts()), (label) => (label === 'same' ? 2 : 1));
  return pairs;
}

function fromEdits(): Judged[] {
  const texts = readTexts().filter((t) => !t.of);
  return toRows(augment([...texts, ...readWritten()]), () => 0.3);
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
      if (ta && tb) judged.push({ x: compare(ta, tb), label, weight: label === 'diff' ? 0.3 : 1 });
    }
  }
  return judged;
}

function named({ bias, weights }: { bias: number; weights: number[] }) {
  const round = (value: number) => Number(value.toFixed(4));
  return { bias: round(bias), weights: Object.fromEntries(FEATURES.map((f, i) => [f, round(weights[i] ?? 0)])) };
}

/** What is shared speaks for one matter, what is missed or clashes against it; the length of the texts for neither. */
function signOf(feature: string): number {
  if (feature.startsWith('letters')) return 0;
  return /Missed|Clashes|OneSided/.test(feature) ? -1 : 1;
}

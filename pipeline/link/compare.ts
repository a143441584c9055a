import type { NameKind, Names } from './names.ts';
import { countShared, sharedPassages } from './shingles.ts';
import { overlap, type Terms } from './terms.ts';
import type { Traits } from './traits.ts';

const CLASHING = ['village', 'town', 'county', 'thing', 'line', 'quoted', 'number'] as const;

/** What is measured of a pair, in the order of the vector that `compare` returns. */
export const FEATURES: readonly string[] = [
  ...['containShort', 'containLong', 'passage', 'passageShare', 'passageWeight'],
  ...['titleCosine', 'titleCover', 'titleShared', 'wholeCosine', 'wholeCover', 'wholeShared', 'rarest'],
  ...['titleInOtherMost', 'titleInOtherLeast', 'titleMissedLeast', 'titleMissedMost'],
  ...['titlePlacesShared', 'placesShared', 'titlePlacesMissed'],
  ...CLASHING.flatMap((kind) => [`${kind}Agrees`, `${kind}Clashes`]),
  ...['placeOneSided', 'thingOneSided'],
];

/** Sums of weights grow with the texts; their logarithm, scaled to about [0, 1], does not run away. */
const scale = (weight: number) => Math.log1p(Math.max(0, weight)) / 5;

/** The features of a pair, the same for (a, b) and (b, a). */
export function compare(a: Traits, b: Traits): Float64Array {
  const agreements = CLASHING.flatMap((kind) => standing(a, b, kind));
  return Float64Array.from([
    ...ofLetters(a, b),
    ...ofTerms(a, b),
    ...ofTitles(a, b),
    ...ofPlaces(a, b),
    ...agreements,
    oneSided(a, b, ['village', 'town']),
    oneSided(a, b, ['thing', 'line', 'quoted']),
  ]);
}

function ofLetters(a: Traits, b: Traits): number[] {
  const [short, long] = isShorter(a, b) ? [a.shingles, b.shingles] : [b.shingles, a.shingles];
  const shared = countShared(short.sorted, long.sorted);
  if (shared === 0) return [0, 0, 0, 0, 0];
  const { longest, weightiest } = sharedPassages(short, long);
  return [
    shared / short.sorted.length,
    shared / long.sorted.length,
    scale(longest.length),
    longest.length / (short.running.length + 2),
    scale(weightiest.weight),
  ];
}

/** The shorter text is the one that is looked for in the other; of equal ones the first by code units. */
function isShorter(a: Traits, b: Traits): boolean {
  return a.letters.length === b.letters.length ? a.letters < b.letters : a.letters.length < b.letters.length;
}

function ofTerms(a: Traits, b: Traits): number[] {
  const title = overlap(a.title, b.title);
  const whole = overlap(a.whole, b.whole);
  return [
    title.cosine,
    title.cover,
    scale(title.shared),
    whole.cosine,
    whole.cover,
    scale(whole.shared),
    whole.rarest / 24,
  ];
}

/** How much of each title the other document holds anywhere. */
function ofTitles(a: Traits, b: Traits): number[] {
  const held = (title: Terms, whole: Terms) => overlap(title, whole).shared;
  const [ofA, ofB] = [held(a.title, b.whole), held(b.title, a.whole)];
  const shareA = a.title.total === 0 ? 0 : ofA / a.title.total;
  const shareB = b.title.total === 0 ? 0 : ofB / b.title.total;
  const [missedA, missedB] = [a.title.total - ofA, b.title.total - ofB];
  return [
    Math.max(shareA, shareB),
    Math.min(shareA, shareB),
    scale(Math.min(missedA, missedB)),
    scale(Math.max(missedA, missedB)),
  ];
}

function ofPlaces(a: Traits, b: Traits): number[] {
  const inTitles = overlap(a.titlePlaces, b.titlePlaces).shared;
  return [
    scale(inTitles),
    scale(overlap(a.wholePlaces, b.wholePlaces).shared),
    scale(Math.min(a.titlePlaces.total, b.titlePlaces.total) - inTitles),
  ];
}

/**
 * Whether names of one kind agree (share of the fewer) or clash: both documents have such names and share none
 * anywhere. The titles' names decide; a title without one is judged by its text, with half the weight.
 */
export function standing(a: Traits, b: Traits, kind: NameKind): [agrees: number, clashes: number] {
  const inTitles = a.titleNames[kind].size > 0 && b.titleNames[kind].size > 0;
  const ofA = a.titleNames[kind].size > 0 ? a.titleNames[kind] : a.names[kind];
  const ofB = b.titleNames[kind].size > 0 ? b.titleNames[kind] : b.names[kind];
  if (ofA.size === 0 || ofB.size === 0) return [0, 0];
  const common = [...ofA].filter((name) => ofB.has(name)).length;
  if (common > 0) return [common / Math.min(ofA.size, ofB.size), 0];
  const elsewhere =
    [...ofA].some((name) => b.names[kind].has(name)) || [...ofB].some((name) => a.names[kind].has(name));
  if (elsewhere) return [0, 0];
  return [0, inTitles ? 1 : 0.5];
}

function oneSided(a: Traits, b: Traits, kinds: readonly NameKind[]): number {
  const has = (names: Names) => kinds.some((kind) => names[kind].size > 0);
  return has(a.titleNames) === has(b.titleNames) ? 0 : 1;
}

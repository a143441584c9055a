import type { NameKind } from './names.ts';
import { countShared, sharedPassages } from './shingles.ts';
import { overlap, type Terms } from './terms.ts';
import type { Traits } from './traits.ts';

const CLASHING = [
  'village',
  'town',
  'county',
  'thing',
  'line',
  'quoted',
  'plot',
  'amount',
  'matter',
] as const;

/** What is measured of a pair, in the order of the vector that `compare` returns. */
export const FEATURES: readonly string[] = [
  ...['containShort', 'containLong', 'passage', 'passageShare'],
  ...['passageWeight', 'secondWeight', 'thirdWeight', 'passages'],
  ...['titleCosine', 'titleCover', 'titleShared', 'wholeCosine', 'wholeCover', 'wholeShared', 'rarest'],
  ...['titleInOtherMost', 'titleInOtherLeast'],
  ...CLASHING.flatMap((kind) => [`${kind}Agrees`, `${kind}Clashes`]),
];

/** Sums of weights grow with the texts; their logarithm, scaled to about [0, 1], does not run away. */
export const scale = (weight: number) => Math.log1p(Math.max(0, weight)) / 5;

/** The features of a pair, the same for (a, b) and (b, a). */
export function compare(a: Traits, b: Traits): Float64Array {
  const agreements = CLASHING.flatMap((kind) => (isCoarse(a, b, kind) ? NEITHER : standing(a, b, kind)));
  return Float64Array.from([...ofLetters(a, b), ...ofTerms(a, b), ...ofTitles(a, b), ...agreements]);
}

function ofLetters(a: Traits, b: Traits): number[] {
  const [short, long] = isShorter(a, b) ? [a.shingles, b.shingles] : [b.shingles, a.shingles];
  const shared = countShared(short.sorted, long.sorted);
  const passages = sharedPassages(short, long);
  const longest = passages.reduce((most, { length }) => Math.max(most, length), 0);
  return [
    short.sorted.length === 0 ? 0 : shared / short.sorted.length,
    long.sorted.length === 0 ? 0 : shared / long.sorted.length,
    scale(longest),
    longest / (short.letters || 1),
    ...[0, 1, 2].map((i) => scale(passages[i]?.weight ?? 0)),
    Math.log1p(passages.length) / 3,
  ];
}

/** The shorter text is the one that is looked for in the other; of equal ones the first by code units. */
function isShorter(a: Traits, b: Traits): boolean {
  const [ofA, ofB] = [a.shingles.letters, b.shingles.letters];
  return ofA === ofB ? a.own < b.own : ofA < ofB;
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
  return [Math.max(shareA, shareB), Math.min(shareA, shareB)];
}

/**
 * Whether names of one kind agree (share of the fewer) or clash: both documents have such names and share none. The titles' names decide; where one title has none its text is taken, and a clash counts half; what only the
 * texts name may agree but does not clash. A name that the other mentions somewhere halves the clash of two titles.
 */
export function standing(a: Traits, b: Traits, kind: NameKind): [agrees: number, clashes: number] {
  const [titleA, titleB] = [a.titleNames[kind], b.titleNames[kind]];
  const [allA, allB] = [a.names[kind], b.names[kind]];
  const ofA = titleA.size > 0 ? titleA : allA;
  const ofB = titleB.size > 0 ? titleB : allB;
  if (ofA.size === 0 || ofB.size === 0) return NEITHER;
  const common = countCommon(ofA, ofB);
  if (common > 0) return [common / Math.min(ofA.size, ofB.size), 0];
  const inTitles = (Math.sign(titleA.size) + Math.sign(titleB.size)) / 2;
  const isMentioned = countCommon(ofA, allB) > 0 || countCommon(ofB, allA) > 0;
  return [0, isMentioned ? Math.max(0, inTitles - 0.5) : inTitles];
}

const NEITHER: [number, number] = [0, 0];

/** Two documents that both name a village are judged by it, not by the town around it; and so on upwards. */
function isCoarse(a: Traits, b: Traits, kind: NameKind): boolean {
  const finer: readonly NameKind[] =
    kind === 'town' ? ['village'] : kind === 'county' ? ['village', 'town'] : [];
  return finer.some((level) => a.names[level].size > 0 && b.names[level].size > 0);
}

function countCommon(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let count = 0;
  for (const name of a) if (b.has(name)) count++;
  return count;
}

import { BLOCKS, hashBlock, hashBuffer, type Prepared } from './features.ts';
import { find } from './hash-index.ts';
import { asWritten } from './lexicon.ts';
import type { LinearModel } from './linear.ts';
import { type Scratch, vectorize } from './vectorize.ts';

/** Words that are shown at the most. */
const SHOWN = 6;
/** Longest phrase that neighbouring words are joined to, in characters. */
const LONGEST = 8;

/**
 * The words and phrases of a document that carried a label, strongest first, as `source` spells them: each
 * character shares in the weight of the n-grams it stands in, a word has the sum of its characters and its own.
 */
export function explain(
  model: LinearModel,
  document: Prepared,
  label: string,
  source: string,
  s: Scratch,
): string[] {
  const k = model.labels.indexOf(label);
  if (k < 0) return [];
  const tokens = withPlaces(document);
  const weights = weighCharacters(model, document, k, s);
  const strength = new Map<string, number>();
  for (const { word, at } of tokens) {
    let sum = 0;
    for (let i = at; i < at + word.length; i++) sum += weights[i] ?? 0;
    if (isTelling(word)) strength.set(word, (strength.get(word) ?? 0) + sum);
  }
  const best = [...strength]
    .filter(([, weight]) => weight > 0)
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .slice(0, SHOWN)
    .map(([word]) => word);
  const phrases = joinNeighbours(best, tokens);
  return [...new Set(phrases)].map((phrase) => asWritten(phrase, source));
}

interface Placed {
  word: string;
  at: number;
}

function withPlaces({ full, words }: Prepared): Placed[] {
  let from = 0;
  return words.map((word) => {
    const at = full.indexOf(word, from);
    from = at + word.length;
    return { word, at };
  });
}

function isTelling(word: string): boolean {
  return word.length >= 2 && /\p{Script=Han}|[a-z]{2}/u.test(word);
}

/** What each character of the full text adds to the label's score. */
function weighCharacters(model: LinearModel, document: Prepared, k: number, s: Scratch): Float64Array {
  const { vocabulary, weights, labels } = model;
  const n = vectorize(document, vocabulary, s);
  const values = new Map<number, number>();
  for (let i = 0; i < n; i++) values.set(s.ids[i] ?? 0, s.values[i] ?? 0);
  const out = new Float64Array(document.full.length);
  const buffer = hashBuffer();
  for (const [b, block] of BLOCKS.entries()) {
    if (block.of === 'concepts') continue;
    hashBlock(document, b, buffer);
    const spans = block.of === 'words' ? withPlaces(document) : grams(document[block.of], block.max);
    const times = new Map<number, number>();
    const ids = spans.map((_, i) => find(vocabulary.index, buffer.hashes[i] ?? 0));
    for (const id of ids) times.set(id, (times.get(id) ?? 0) + 1);
    for (const [i, span] of spans.entries()) {
      const id = ids[i] ?? -1;
      if (id < 0) continue;
      const weight = ((values.get(id) ?? 0) * (weights[id * labels.length + k] ?? 0)) / (times.get(id) ?? 1);
      const { length } = span.word;
      for (let c = span.at; c < span.at + length; c++) out[c] = (out[c] ?? 0) + weight / length;
    }
  }
  return out;
}

/** The n-grams of a text in the order in which hashBlock writes them. */
function grams(text: string, max: number): Placed[] {
  const found: Placed[] = [];
  for (let at = 0; at < text.length; at++) {
    if (text[at] === ' ') continue;
    for (let end = at, size = 0; end < text.length && size < max; end++) {
      if (text[end] === ' ') continue;
      size++;
      found.push({ word: text.slice(at, end + 1), at });
    }
  }
  return found;
}

/** Words that stand side by side in the text become one phrase: 老旧 小区 → 老旧小区. */
function joinNeighbours(best: readonly string[], tokens: readonly Placed[]): string[] {
  return best.map((word) => {
    const place = tokens.findIndex((token) => token.word === word);
    const next = tokens[place + 1];
    const before = tokens[place - 1];
    const here = tokens[place];
    if (
      here &&
      next &&
      best.includes(next.word) &&
      next.at === here.at + word.length &&
      word.length + next.word.length <= LONGEST
    )
      return word + next.word;
    if (
      here &&
      before &&
      best.includes(before.word) &&
      here.at === before.at + before.word.length &&
      word.length + before.word.length <= LONGEST
    )
      return before.word + word;
    return word;
  });
}

import { readWordList, type Tokenizer } from '../text/tokenize.ts';
import { BLOCKS, hashBlock, hashBuffer, type Prepared, WORD_SEED } from './features.ts';
import { find } from './hash-index.ts';
import { matchWords } from './known-words.ts';
import { speller } from './lexicon.ts';
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
  tokenize: Tokenizer,
  s: Scratch,
): string[] {
  const k = model.labels.indexOf(label);
  if (k < 0) return [];
  const tokens = withPlaces(document.full, tokenize(document.full));
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
  return [...new Set(phrases)].map(speller(source));
}

interface Placed {
  word: string;
  at: number;
}

function withPlaces(full: string, words: readonly string[]): Placed[] {
  let from = 0;
  return words.map((word) => {
    const at = full.indexOf(word, from);
    from = at + word.length;
    return { word, at };
  });
}

/** Words that stand in proposals of every kind explain nothing, whatever they weigh (data/stopwords.txt). */
let stopwords: ReadonlySet<string> | undefined;

function isTelling(word: string): boolean {
  stopwords ??= new Set(readWordList('stopwords.txt'));
  return word.length >= 2 && /\p{Script=Han}|[a-z]{2}/u.test(word) && !stopwords.has(word);
}

/** What each character of the full text adds to the label's score. */
function weighCharacters(model: LinearModel, document: Prepared, k: number, s: Scratch): Float64Array {
  const { vocabulary, weights, stride } = model;
  const n = vectorize(document, vocabulary, s);
  const values = new Map<number, number>();
  for (let i = 0; i < n; i++) values.set(s.ids[i] ?? 0, s.values[i] ?? 0);
  const out = new Float64Array(document.full.length);
  const add = (id: number, times: number, at: number, length: number) => {
    const weight = ((values.get(id) ?? 0) * (weights[id * stride + k] ?? 0)) / times;
    for (let c = at; c < at + length; c++) out[c] = (out[c] ?? 0) + weight / length;
  };
  const buffer = hashBuffer();
  for (const [b, block] of BLOCKS.entries()) {
    if (block.of === 'concepts') continue;
    const places: { id: number; at: number; length: number }[] = [];
    if (block.of === 'words') {
      matchWords(document.full, vocabulary.index, vocabulary.beginnings, WORD_SEED, s.words);
      for (let i = 0; i < s.words.length; i++) {
        const [id = 0, at = 0, length = 0] = [s.words.ids[i], s.words.at[i], s.words.sizes[i]];
        places.push({ id, at, length });
      }
    } else {
      hashBlock(document, b, buffer);
      for (const [i, { word, at }] of grams(document[block.of], block.max).entries()) {
        const id = find(vocabulary.index, buffer.hashes[i] ?? 0);
        if (id >= 0) places.push({ id, at, length: word.length });
      }
    }
    const times = new Map<number, number>();
    for (const { id } of places) times.set(id, (times.get(id) ?? 0) + 1);
    for (const { id, at, length } of places) add(id, times.get(id) ?? 1, at, length);
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
  const phraseOf = new Map<string, string>();
  for (const [i, { word, at }] of tokens.entries()) {
    const next = tokens[i + 1];
    if (!next || next.at !== at + word.length || word.length + next.word.length > LONGEST) continue;
    if (!best.includes(word) || !best.includes(next.word) || phraseOf.has(word)) continue;
    phraseOf.set(word, word + next.word);
    phraseOf.set(next.word, word + next.word);
  }
  return best.map((word) => phraseOf.get(word) ?? word);
}

import { normalize } from '../text/normalize.ts';
import type { Tokenizer } from '../text/tokenize.ts';
import { findWords, type Lexicon } from './lexicon.ts';

/** A document as the classifiers take it. */
export interface Document {
  title: string;
  text: string;
}

/** A document normalised and cut once, for all groups of features. */
export interface Prepared {
  title: string;
  full: string;
  /** The words of title and text in order. */
  words: string[];
  /** For each taxonomy word in the text the topics and second levels it speaks for: water, water/irrigation. */
  concepts: string[];
}

/** Turns documents into what features are made of. */
export type Preparer = (document: Document) => Prepared;

/** A group of features: n-grams of one kind. Each group is scaled to the length `weight`, apart from the others. */
interface Block {
  of: 'title' | 'full' | 'words' | 'concepts';
  /** Characters, words or concepts in a row at the most. */
  max: number;
  weight: number;
  /** A feature must occur in at least so many documents. */
  min_df: number;
}

/**
 * Chosen by cross-validation on citizen messages and council proposals: longer n-grams of characters or words made
 * every figure worse, NB scaling (linear.ts) and a title of its own made them better (test/bench/RESULTS.md).
 */
export const BLOCKS: readonly Block[] = [
  { of: 'full', max: 2, weight: 1, min_df: 2 },
  { of: 'words', max: 1, weight: 0.7, min_df: 2 },
  { of: 'concepts', max: 1, weight: 0.3, min_df: 2 },
  { of: 'title', max: 2, weight: 0.8, min_df: 1 },
];

/** Longer texts are cut: the matter is said by then, and cost stays bounded. Characters. */
const MAX_TEXT = 20_000;

export function preparer(tokenize: Tokenizer, lexicon: Lexicon, topics: readonly TopicIds[]): Preparer {
  return ({ title, text }) => {
    const head = normalize(title.slice(0, MAX_TEXT));
    const full = `${head} ${normalize(text.slice(0, MAX_TEXT))}`.trim();
    const words = full === '' ? [] : tokenize(full).filter((word) => word !== ' ');
    const concepts = findWords(words, lexicon).flatMap((word) =>
      (lexicon.entries.get(word) ?? []).flatMap((e) => conceptsOf(topics[e.topic], e.child)),
    );
    return { title: head, full, words, concepts };
  };
}

interface TopicIds {
  id: string;
  children: { id: string }[];
}

function conceptsOf(topic: TopicIds | undefined, child: number): string[] {
  if (!topic) return [];
  return child < 0 ? [topic.id] : [topic.id, `${topic.id}/${topic.children[child]?.id}`];
}

/** Features of a document are 32-bit hashes of its n-grams, written here; grown when a document is longer. */
export interface HashBuffer {
  hashes: Uint32Array;
  length: number;
}

export function hashBuffer(): HashBuffer {
  return { hashes: new Uint32Array(1 << 14), length: 0 };
}

const PRIME = 0x01000193;

/** Writes the hashes of a block's n-grams in the order of position; repeats are kept. FNV-1a, seeded by the block. */
export function hashBlock(document: Prepared, block: number, out: HashBuffer): void {
  const { of, max } = BLOCKS[block] ?? { of: 'full' as const, max: 0 };
  const seed = Math.imul(0x811c9dc5 ^ (block + 1), PRIME);
  if (of === 'title' || of === 'full') hashChars(document[of], max, seed, out);
  else hashWords(document[of], seed, out);
}

/** n-grams run across blanks, which PDF and Word files put anywhere. */
function hashChars(text: string, max: number, seed: number, out: HashBuffer): void {
  reserve(out, text.length * max);
  const { hashes } = out;
  let length = 0;
  for (let i = 0; i < text.length; i++) {
    if (text.charCodeAt(i) === 32) continue;
    let hash = seed;
    for (let j = i, size = 0; j < text.length && size < max; j++) {
      const code = text.charCodeAt(j);
      if (code === 32) continue;
      hash = Math.imul(hash ^ code, PRIME);
      size++;
      hashes[length++] = hash ^ (hash >>> 15);
    }
  }
  out.length = length;
}

function hashWords(words: readonly string[], seed: number, out: HashBuffer): void {
  reserve(out, words.length);
  for (const [i, word] of words.entries()) out.hashes[i] = hashWord(word, seed);
  out.length = words.length;
}

function hashWord(word: string, seed: number): number {
  let hash = seed;
  for (let i = 0; i < word.length; i++) hash = Math.imul(hash ^ word.charCodeAt(i), PRIME);
  return hash ^ (hash >>> 15);
}

function reserve(buffer: HashBuffer, length: number): void {
  if (buffer.hashes.length < length) buffer.hashes = new Uint32Array(length * 2);
}

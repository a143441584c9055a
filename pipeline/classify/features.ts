import { normalize } from '../text/normalize.ts';
import { type Lexicon, scanWords } from './lexicon.ts';

/** A document as the classifiers take it. */
export interface Document {
  title: string;
  text: string;
}

/** A document normalised and cut once, for all groups of features. */
export interface Prepared {
  title: string;
  full: string;
  /** For each taxonomy word in the text the topics and second levels it speaks for, as hashes of their ids. */
  concepts: number[];
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
/** What titles of every kind have round them: 关于 … 的提案. */
const FRAME = /^关于(?=.{4})|的?(?:提案|建议|议案|请求)$/g;

export function preparer(lexicon: Lexicon, topics: readonly TopicIds[]): Preparer {
  const hashesOf = topics.map(({ id, children }) => ({
    own: hashText(id, 0),
    children: children.map((child) => hashText(`${id}/${child.id}`, 0)),
  }));
  return ({ title, text }) => {
    const head = normalize(title.slice(0, MAX_TEXT)).replace(FRAME, '');
    const full = `${head} ${normalize(text.slice(0, MAX_TEXT))}`.trim();
    const concepts: number[] = [];
    scanWords(full, lexicon, (entries) => {
      for (const { topic, child } of entries) {
        const hashes = hashesOf[topic];
        concepts.push(hashes?.own ?? 0);
        if (child >= 0) concepts.push(hashes?.children[child] ?? 0);
      }
    });
    return { title: head, full, concepts };
  };
}

interface TopicIds {
  id: string;
  children: { id: string }[];
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

function seedOf(block: number): number {
  return Math.imul(0x811c9dc5 ^ (block + 1), PRIME);
}

/** Writes the hashes of a block's n-grams in the order of position; repeats are kept. FNV-1a, seeded by the block. */
export function hashBlock(document: Prepared, block: number, out: HashBuffer): void {
  const { of, max } = BLOCKS[block] ?? { of: 'full' as const, max: 0 };
  const seed = seedOf(block);
  out.length = 0;
  if (of === 'title' || of === 'full') hashChars(document[of], max, seed, out);
  else if (of === 'concepts') {
    reserve(out, document.concepts.length);
    for (const [i, concept] of document.concepts.entries()) out.hashes[i] = Math.imul(concept ^ seed, PRIME);
    out.length = document.concepts.length;
  }
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

const WORDS = BLOCKS.findIndex((block) => block.of === 'words');
/** The longest word that is looked for, in characters. */
const LONGEST_WORD = 6;

/** The hashes of a tokenizer's words: what a vocabulary learns. */
export function hashWords(words: readonly string[], out: HashBuffer): void {
  reserve(out, words.length);
  out.length = 0;
  for (const word of words) {
    if (word !== ' ' && word.length <= LONGEST_WORD) out.hashes[out.length++] = hashText(word, seedOf(WORDS));
  }
}

/**
 * The known words of a text, longest first from left to right: `idOf` tells the words of the vocabulary. A tokenizer
 * would take as long as all the rest, and finds hardly any other words that the model knows.
 */
export function matchWords(
  text: string,
  idOf: (hash: number) => number,
  found: (id: number, at: number, length: number) => void,
): void {
  const seed = seedOf(WORDS);
  for (let i = 0; i < text.length; ) {
    let hash = seed;
    let best = -1;
    let taken = 1;
    for (let size = 1; size <= LONGEST_WORD && i + size <= text.length; size++) {
      hash = Math.imul(hash ^ text.charCodeAt(i + size - 1), PRIME);
      const id = idOf(hash ^ (hash >>> 15));
      if (id >= 0) {
        best = id;
        taken = size;
      }
    }
    if (best >= 0) found(best, i, taken);
    i += taken;
  }
}

function hashText(text: string, seed: number): number {
  let hash = seed;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), PRIME);
  return hash ^ (hash >>> 15);
}

function reserve(buffer: HashBuffer, length: number): void {
  if (buffer.hashes.length < length) buffer.hashes = new Uint32Array(length * 2);
}

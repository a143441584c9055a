import { normalize } from '../text/normalize.ts';
import { finish, hashText, step } from './known-words.ts';
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
  { of: 'words', max: 1, weight: 0.6, min_df: 2 },
  { of: 'concepts', max: 1, weight: 0.3, min_df: 2 },
  { of: 'title', max: 2, weight: 0.8, min_df: 1 },
];

/** Longer texts are cut: the matter is said by then, and cost stays bounded. Characters. */
export const MAX_TEXT = 20_000;
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
  hashes: Int32Array;
  length: number;
}

export function hashBuffer(): HashBuffer {
  return { hashes: new Int32Array(1 << 14), length: 0 };
}

/** Features of different blocks never meet: each hashes from a seed of its own. */
export function seedOf(block: number): number {
  return step(0x811c9dc5, block + 1);
}

/** The seed of the words. */
export const WORD_SEED = seedOf(BLOCKS.findIndex((block) => block.of === 'words'));

/** Writes the hashes of a block's n-grams in the order of position; repeats are kept. Words: see matchWords. */
export function hashBlock(document: Prepared, block: number, out: HashBuffer): void {
  const { of, max } = BLOCKS[block] ?? { of: 'full' as const, max: 0 };
  const seed = seedOf(block);
  out.length = 0;
  if (of === 'title' || of === 'full') hashChars(document[of], max, seed, out);
  else if (of === 'concepts') {
    reserve(out, document.concepts.length);
    for (const [i, concept] of document.concepts.entries()) out.hashes[i] = step(seed, concept);
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
      hash = step(hash, code);
      size++;
      hashes[length++] = finish(hash);
    }
  }
  out.length = length;
}

/** The hashes of a tokenizer's words: what a vocabulary learns. */
export function hashWords(words: readonly string[], out: HashBuffer): void {
  reserve(out, words.length);
  out.length = 0;
  for (const word of words) out.hashes[out.length++] = hashText(word, WORD_SEED);
}

function reserve(buffer: HashBuffer, length: number): void {
  if (buffer.hashes.length < length) buffer.hashes = new Int32Array(length * 2);
}

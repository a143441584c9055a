import { normalize } from '../text/normalize.ts';
import type { Taxonomy } from './taxonomy.ts';

/** What a taxonomy word speaks for: a topic by its place in the taxonomy, and its second level (-1: none). */
export interface Entry {
  topic: number;
  child: number;
  weight: number;
}

export interface Lexicon {
  /** Word → what it speaks for; null for a string that only begins a word, so that one look tells both. */
  nodes: ReadonlyMap<string, Entry[] | null>;
  /** 1 for every character that begins a word: most tokens are passed over without a look. */
  firsts: Uint8Array;
  /** 1 for the pairs of characters that begin a word, by pairKey; other pairs may share their place. */
  pairs: Uint8Array;
}

/** The longest taxonomy word, in tokens. */
const MAX_TOKENS = 6;

/** All words of the taxonomy that are not retired, normalised. */
export function buildLexicon(taxonomy: Taxonomy): Lexicon {
  const nodes = new Map<string, Entry[] | null>();
  const firsts = new Uint8Array(0x10000);
  const pairs = new Uint8Array(0x10000);
  const put = (words: Record<string, number>, topic: number, child: number) => {
    for (const [word, weight] of Object.entries(words)) {
      const key = normalize(word);
      firsts[key.charCodeAt(0)] = 1;
      pairs[pairKey(key, 0)] = 1;
      for (let end = 1; end < key.length; end++) {
        if (!nodes.has(key.slice(0, end))) nodes.set(key.slice(0, end), null);
      }
      nodes.set(key, [...(nodes.get(key) ?? []), { topic, child, weight }]);
    }
  };
  for (const [t, topic] of taxonomy.topics.entries()) {
    if (topic.retired) continue;
    put(topic.words, t, -1);
    for (const [c, child] of topic.children.entries()) if (!child.retired) put(child.words, t, c);
  }
  return { nodes, firsts, pairs };
}

function pairKey(text: string, at: number): number {
  return (Math.imul(text.charCodeAt(at), 0x9e37) ^ text.charCodeAt(at + 1)) & 0xffff;
}

/** The longest lexicon words made of whole tokens, left to right, without overlap, each with what it speaks for. */
export function findWords(
  tokens: readonly string[],
  { nodes, firsts }: Lexicon,
  found: (word: string, entries: Entry[]) => void,
): void {
  for (let i = 0; i < tokens.length; ) {
    let word = tokens[i] ?? '';
    let taken = 1;
    if (firsts[word.charCodeAt(0)] === 1) {
      let longest = '';
      let best: Entry[] | null = null;
      for (let n = 1; ; n++) {
        const node = nodes.get(word);
        if (node === undefined) break;
        if (node !== null) {
          longest = word;
          best = node;
          taken = n;
        }
        if (n === MAX_TOKENS || i + n >= tokens.length) break;
        word += tokens[i + n] ?? '';
      }
      if (best) found(longest, best);
    }
    i += taken;
  }
}

/** Words of the taxonomy anywhere in a text, longest first, without overlap: no tokenizer is needed. */
export function scanWords(text: string, { nodes, pairs }: Lexicon, found: (entries: Entry[]) => void): void {
  for (let i = 0; i + 1 < text.length; ) {
    let taken = 1;
    if (pairs[pairKey(text, i)] === 1) {
      let best: Entry[] | null = null;
      for (let end = i + 2; end <= text.length; end++) {
        const node = nodes.get(text.slice(i, end));
        if (node === undefined) break;
        if (node !== null) {
          best = node;
          taken = end - i;
        }
      }
      if (best) found(best);
    }
    i += taken;
  }
}

/** Gives normalised words in the spelling of a text, where they can be found there. */
export function speller(source: string): (word: string) => string {
  let normalised: string | undefined;
  return (word) => {
    normalised ??= /[\ud800-\udfff]/.test(source) ? '' : normalize(source);
    const at = normalised.indexOf(word);
    const written = at < 0 ? '' : source.slice(at, at + word.length);
    return normalize(written) === word ? written : word;
  };
}

import { normalize } from '../text/normalize.ts';
import type { Taxonomy } from './taxonomy.ts';

/** What a taxonomy word speaks for: a topic by its place in the taxonomy, and its second level (-1: none). */
export interface Entry {
  topic: number;
  child: number;
  weight: number;
}

export interface Lexicon {
  entries: ReadonlyMap<string, Entry[]>;
  /** Beginnings of the words, so that a token that begins none is passed over at once. */
  beginnings: ReadonlySet<string>;
}

/** The longest taxonomy word, in tokens. */
const MAX_TOKENS = 6;

/** All words of the taxonomy that are not retired, normalised. */
export function buildLexicon(taxonomy: Taxonomy): Lexicon {
  const entries = new Map<string, Entry[]>();
  const beginnings = new Set<string>();
  const put = (words: Record<string, number>, topic: number, child: number) => {
    for (const [word, weight] of Object.entries(words)) {
      const key = normalize(word);
      entries.set(key, [...(entries.get(key) ?? []), { topic, child, weight }]);
      for (let end = 1; end <= key.length; end++) beginnings.add(key.slice(0, end));
    }
  };
  for (const [t, topic] of taxonomy.topics.entries()) {
    if (topic.retired) continue;
    put(topic.words, t, -1);
    for (const [c, child] of topic.children.entries()) if (!child.retired) put(child.words, t, c);
  }
  return { entries, beginnings };
}

/** The longest lexicon words made of whole tokens, left to right, without overlap. */
export function findWords(tokens: readonly string[], { entries, beginnings }: Lexicon): string[] {
  const found: string[] = [];
  for (let i = 0; i < tokens.length; ) {
    let longest = '';
    let taken = 0;
    let word = '';
    for (let n = 1; n <= MAX_TOKENS && i + n <= tokens.length; n++) {
      word += tokens[i + n - 1] ?? '';
      if (!beginnings.has(word)) break;
      if (entries.has(word)) {
        longest = word;
        taken = n;
      }
    }
    if (taken > 0) found.push(longest);
    i += Math.max(1, taken);
  }
  return found;
}

/** A normalised word in the spelling of the text, where it can be found there. */
export function asWritten(word: string, source: string): string {
  const at = [...source].length === source.length ? normalize(source).indexOf(word) : -1;
  const written = at < 0 ? '' : source.slice(at, at + word.length);
  return normalize(written) === word ? written : word;
}

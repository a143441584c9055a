/** Calls `found` with each phrase of a text: the longest first, from left to right, without overlap. */
export type PhraseFinder = (text: string, found: (phrase: string, at: number) => void) => void;

/** Finds phrases of two characters and more; one look at a pair of characters passes over most of a text. */
export function phraseFinder(phrases: Iterable<string>): PhraseFinder {
  const known = new Set<string>();
  const longest = new Map<number, number>();
  for (const phrase of phrases) {
    if (phrase.length < 2) continue;
    known.add(phrase);
    const key = pair(phrase, 0);
    longest.set(key, Math.max(longest.get(key) ?? 0, phrase.length));
  }
  return (text, found) => {
    for (let at = 0; at + 1 < text.length; ) {
      let size = Math.min(longest.get(pair(text, at)) ?? 0, text.length - at);
      while (size >= 2 && !known.has(text.slice(at, at + size))) size--;
      if (size >= 2) found(text.slice(at, at + size), at);
      at += Math.max(1, size);
    }
  };
}

function pair(text: string, at: number): number {
  return text.charCodeAt(at) * 0x10000 + text.charCodeAt(at + 1);
}

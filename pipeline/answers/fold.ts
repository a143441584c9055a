import { normalize } from '../text/normalize.ts';

const folded = new Map<string, string>();

/**
 * The text in the form that rules compare, each character on its own: simplified, NFKC, lower case. As long as the
 * text, so that a place in one is the same place in the other; a character whose form is longer stays as it is.
 * 經費（不足） → 经费(不足)
 */
export function fold(text: string): string {
  let out = '';
  for (const char of text) out += foldOne(char);
  return out;
}

function foldOne(char: string): string {
  const known = folded.get(char);
  if (known !== undefined) return known;
  const form = normalize(char);
  const kept = form.length === char.length ? form : /\s/.test(char) ? ' ' : char;
  folded.set(char, kept);
  return kept;
}

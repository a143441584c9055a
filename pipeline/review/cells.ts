import { guardFormula } from '../text/csv.ts';

/** Excel holds 32,767 characters in a cell and cuts the rest off when it saves. */
const LONGEST = 30_000;

/**
 * A text as a cell that no spreadsheet runs, on one line: a paragraph's end becomes the two wide blanks of the next
 * one's indent. Nothing else changes up to 30,000 characters; `unguardFormula` gives it back.
 */
export function guard(text: string): string {
  const line = text
    .replace(/\s*\n\s*/g, '　　')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: what is removed
    .replace(/[\u0000-\u0008\u000a-\u001f\u007f\ufeff]/g, '')
    .slice(0, LONGEST);
  return guardFormula(line);
}

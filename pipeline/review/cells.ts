/** Excel holds 32,767 characters in a cell and cuts the rest off when it saves. */
const LONGEST = 30_000;
/** What a spreadsheet takes for the start of a formula. */
const FORMULA = /^'*[=+\-@\t]/;

/**
 * A text as a cell that no spreadsheet runs, on one line: a paragraph's end becomes the two wide blanks of the next
 * one's indent. Nothing else changes up to 30,000 characters; `unguard` gives it back.
 */
export function guard(text: string): string {
  const line = text
    .replace(/\s*\n\s*/g, '　　')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: what is removed
    .replace(/[\u0000-\u0008\u000a-\u001f\u007f\ufeff]/g, '')
    .slice(0, LONGEST);
  return FORMULA.test(line) ? `'${line}` : line;
}

/** The text of a cell that `guard` wrote. */
export function unguard(cell: string): string {
  return cell.startsWith("'") && FORMULA.test(cell) ? cell.slice(1) : cell;
}

/** Cells as a CSV record with its line end. */
export function toLine(cells: readonly string[]): string {
  const quoted = cells.map((cell) => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell));
  return `${quoted.join(',')}\r\n`;
}

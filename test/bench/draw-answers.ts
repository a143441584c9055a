const DRAWN = 100;
const SHORTEST = 10;

/**
 * The lines (from 1, ascending) of the answers that a person judged: of the distinct answers the hundred whose line
 * hashes lowest, so that nobody chose them.
 */
export function drawAnswers(lines: readonly string[]): number[] {
  const seen = new Set<string>();
  const distinct = lines.flatMap((text, i) => {
    const { execution }: { execution?: string | null } = text === '' ? {} : JSON.parse(text);
    const answer = (execution ?? '').trim();
    if (answer.length < SHORTEST || seen.has(answer)) return [];
    seen.add(answer);
    return { line: i + 1, hash: hash(`obstacles ${i + 1}`) };
  });
  const drawn = distinct.sort((a, b) => a.hash - b.hash || a.line - b.line).slice(0, DRAWN);
  return drawn.map((d) => d.line).sort((a, b) => a - b);
}

/** FNV-1a with the finisher of MurmurHash3: FNV alone would draw neighbours. */
function hash(text: string): number {
  let h = 0x811c9dc5;
  for (const char of text) h = Math.imul(h ^ (char.codePointAt(0) ?? 0), 0x01000193);
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

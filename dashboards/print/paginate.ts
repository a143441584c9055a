/** What stays together on paper, as it was measured in one long column. CSS pixels. */
export interface Extent {
  top: number;
  bottom: number;
  /** A heading: never the last of a sheet. */
  keepWithNext: boolean;
  /** What a sheet that begins here repeats on top: the head of a table that goes on. */
  repeated: number;
}

/**
 * Sheets as ranges [start, end) of the extents, each at most `height` tall; an extent that is taller than a sheet gets
 * one to itself. Every extent is on exactly one sheet, in order.
 */
export function paginate(extents: readonly Extent[], height: number): [start: number, end: number][] {
  const sheets: [number, number][] = [];
  let start = 0;
  while (start < extents.length) {
    const end = endOf(extents, start, height);
    sheets.push([start, end]);
    start = end;
  }
  return sheets;
}

function endOf(extents: readonly Extent[], start: number, height: number): number {
  const first = extents[start];
  if (!first) return start;
  const bottom = first.top + height - first.repeated;
  let end = start + 1;
  while (end < extents.length && (extents[end]?.bottom ?? 0) <= bottom) end++;
  if (end === extents.length) return end;
  let kept = end;
  while (kept > start && extents[kept - 1]?.keepWithNext) kept--;
  // Headings alone fill a sheet only where what follows is taller than one.
  return kept === start ? end : kept;
}

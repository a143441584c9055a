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
 * How many of the extents a sheet of `height` takes, at least one: an extent that is taller than a sheet gets one to
 * itself, and no heading is the last on a sheet, unless what follows is as tall as that.
 */
export function endOfSheet(extents: readonly Extent[], height: number): number {
  const [first] = extents;
  if (!first) return 0;
  const bottom = first.top + height - first.repeated;
  let end = 1;
  while (end < extents.length && (extents[end]?.bottom ?? 0) <= bottom) end++;
  if (end === extents.length) return end;
  let kept = end;
  while (kept > 0 && extents[kept - 1]?.keepWithNext) kept--;
  return kept === 0 ? end : kept;
}

/** Fewer characters in common say nothing: 为进一步加强和改进 stands everywhere. */
const SHORTEST = 10;
const COMPARED = 20_000;

/**
 * The passages of at least 10 characters that stand word for word in both texts, as [start, end) offsets, in the
 * order of `here`. Of a passage that stands several times in `there` the first counts.
 */
export function commonPassages(
  here: string,
  there: string,
): { here: [number, number][]; there: [number, number][] } {
  const [a, b] = [here.slice(0, COMPARED), there.slice(0, COMPARED)];
  const firstAt = new Map<string, number>();
  for (let i = b.length - SHORTEST; i >= 0; i--) firstAt.set(b.slice(i, i + SHORTEST), i);
  const found: { here: [number, number][]; there: [number, number][] } = { here: [], there: [] };
  for (let i = 0; i + SHORTEST <= a.length; ) {
    const j = firstAt.get(a.slice(i, i + SHORTEST));
    if (j === undefined) {
      i += 1;
      continue;
    }
    let length = SHORTEST;
    while (i + length < a.length && a[i + length] === b[j + length]) length += 1;
    found.here.push([i, i + length]);
    found.there.push([j, j + length]);
    i += length;
  }
  return { here: found.here, there: merge(found.there) };
}

/** Sorted, and without overlaps. */
function merge(ranges: [number, number][]): [number, number][] {
  const merged: [number, number][] = [];
  for (const [start, end] of ranges.sort((x, y) => x[0] - y[0])) {
    const last = merged.at(-1);
    if (last && start <= last[1]) last[1] = Math.max(last[1], end);
    else merged.push([start, end]);
  }
  return merged;
}

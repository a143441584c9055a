import { type Cube, crossSum, type DimensionValue, narrow } from '../pipeline/outcome/cube.ts';
import { inWords } from './words.ts';

/** How often each word stands in a column, by the values of a dimension. */
export interface Distribution {
  /** In the order of the words, then codes that cover several, then words that no profile maps. */
  groups: string[];
  counts: ReadonlyMap<string, ReadonlyMap<string, number>>;
}

/**
 * Outcomes or ratings by a dimension. A local word that the profile does not map is counted as itself, one that covers
 * several values under all of them; what is empty is not counted.
 * @param column its canonical values; `${column}_raw` has the words of the ledger
 */
export function distribution(
  cube: Cube,
  by: string,
  column: string,
  words: Record<string, string>,
): Distribution {
  const counts = new Map<string, Map<string, number>>();
  const add = (row: DimensionValue, group: string, count: number) => {
    const own = counts.get(nameOf(row)) ?? new Map<string, number>();
    counts.set(nameOf(row), own.set(group, (own.get(group) ?? 0) + count));
  };
  const each = (source: Cube, values: string, label: (value: string) => string) => {
    for (const [row, found] of crossSum(source, [by, values], 'answers'))
      for (const [value, count] of found)
        if (value !== null && count !== 0) add(row, label(String(value)), count);
  };
  each(cube, column, (code) => inWords(code, null, words));
  const unmapped = cube.dimensions.has(`${column}_raw`);
  if (unmapped) each(narrow(cube, { [column]: null }), `${column}_raw`, (raw) => inWords(null, raw, words));
  const order = Object.values(words);
  const rank = (group: string) =>
    order.includes(group) ? order.indexOf(group) : order.length + (group.includes('口径未列') ? 1 : 0);
  const groups = [...new Set([...counts.values()].flatMap((own) => [...own.keys()]))];
  groups.sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1));
  return { groups, counts };
}

/** What a value of the dimension is called in `counts`. */
export function nameOf(value: DimensionValue): string {
  return value === null ? '不详' : String(value);
}

import { type Row, rows, type Value } from '../data.ts';

/** What the reader looks at: one body or all. */
export interface Selection {
  body: string | null;
  /** Width for charts, CSS pixels. */
  width: number;
}

export type Page = (selection: Selection) => Node[];

/** The rows of a mart that the selection covers. */
export function selected(name: string, { body }: Selection): Row[] {
  return rows(name).filter((row) => body === null || row.body === body);
}

/** The same for the cube. */
export function filterOf({ body }: Selection): Record<string, string> {
  return body === null ? {} : { body };
}

export function num(value: Value | undefined): number {
  return typeof value === 'number' ? value : 0;
}

export function text(value: Value | undefined): string {
  return value === null || value === undefined ? '' : String(value);
}

/** Sums of `fields` per value of `key`, in the order of first appearance. */
export function sumBy(
  data: Row[],
  key: (row: Row) => string,
  fields: string[],
): Map<string, Record<string, number>> {
  const sums = new Map<string, Record<string, number>>();
  for (const row of data) {
    const sum = sums.get(key(row)) ?? Object.fromEntries(fields.map((f) => [f, 0]));
    for (const field of fields) sum[field] = (sum[field] ?? 0) + num(row[field]);
    sums.set(key(row), sum);
  }
  return sums;
}

export function periodsOf(data: Row[]): string[] {
  return [...new Set(data.map((row) => text(row.period)))].sort((a, b) =>
    a.localeCompare(b, 'zh', { numeric: true }),
  );
}

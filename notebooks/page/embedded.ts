import { gunzipSync, strFromU8 } from 'fflate';
import type { EmbeddedQueries } from '../../pipeline/notebooks/embed-queries.ts';
import type { RunFacts } from '../../pipeline/notebooks/read-facts.ts';

export type Value = string | number | boolean | null;
export type Row = Record<string, Value>;

/** The answer of a query: a plain object a row, days as 2024-12-31. */
export interface Query {
  rows: Row[];
  /** Chinese name of each column. */
  labels: Record<string, string>;
}

/** By the number of the cell. */
export function embeddedQueries(): Map<number, Query> {
  const text = document.getElementById('queries')?.textContent ?? '';
  const bytes = Uint8Array.from(atob(text), (c) => c.charCodeAt(0));
  const embedded: EmbeddedQueries = JSON.parse(strFromU8(gunzipSync(bytes)));
  return new Map(
    embedded.map(({ id, columns }) => {
      const length = columns[0]?.values.length ?? 0;
      const row = (i: number) => Object.fromEntries(columns.map((c) => [c.name, c.values[i] ?? null]));
      const labels = Object.fromEntries(columns.map((c) => [c.name, c.label]));
      return [id, { rows: Array.from({ length }, (_, i) => row(i)), labels }];
    }),
  );
}

export function runFacts(): RunFacts {
  const parsed: RunFacts = JSON.parse(document.getElementById('facts')?.textContent ?? '{}');
  return parsed;
}

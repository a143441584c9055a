import type { DuckDBConnection } from '@duckdb/node-api';
import { group } from 'd3-array';
import type { Cube } from '../outcome/cube.ts';
import { rate } from '../outcome/rate.ts';
import { readRows } from './read-rows.ts';
import { quote, type Scope } from './scope.ts';
import { share } from './share.ts';

/** Where a number comes from: the query that anyone can run again, and the cases that it finds. */
export interface Trace {
  /** 办复率分子（已答复） */
  label: string;
  /** 178件 */
  says: string;
  sql: string;
  ids: readonly string[];
}

/** What a placeholder of a template stands for. */
export interface Figure {
  /** As it is printed; null: the data do not say. */
  text: string | null;
  /** What decides which wording a sentence takes; null: the data do not say. */
  value: number | null;
  /** What `value` is a part of, null when nothing. */
  whole: number | null;
  traces: readonly Trace[];
}

export type Figures = Readonly<Record<string, Figure>>;

/** All that figures are computed from. */
export interface Source {
  connection: DuckDBConnection;
  cube: Cube;
  /** Fields of data/columns.yaml that the ledgers of the scope have. */
  fields: ReadonlySet<string>;
}

export function word(text: string): Figure {
  return { text, value: null, whole: null, traces: [] };
}

/** The ledgers do not record it: a sentence may say so. */
export const MISSING: Figure = { text: null, value: null, whole: null, traces: [] };

/** There is nothing that it could be of: no sentence speaks of it. */
export const NOT_APPLICABLE: Figure = { text: null, value: 0, whole: null, traces: [] };

/** A number of cases: one for each row of a query that selects proposal_id. */
export async function counted(
  source: Source,
  label: string,
  query: string,
  whole: number | null = null,
  unit = '件',
): Promise<Figure> {
  const sql = withoutTrue(query);
  const rows = await readRows(source.connection, `${sql} order by proposal_id`);
  const ids = rows.map(({ proposal_id }) => String(proposal_id));
  const text = `${ids.length}${unit}`;
  return { text, value: ids.length, whole, traces: [{ label, says: text, sql, ids }] };
}

/** A scope without limits is the condition true, which nobody needs to read. */
function withoutTrue(sql: string): string {
  return sql
    .replace(/ and true(?= |\)|$)/g, '')
    .replace(/ where true and /g, ' where ')
    .replace(/ where true(?=\)|$)/g, '');
}

/** One kind of an enumeration: 解决采纳 with its cases. */
export interface Part {
  name: string;
  trace: Trace;
}

/**
 * The cases of a query by the value of a column, in the order of `words` (value → name), else most first. Rows without
 * a value are left out: a sentence says how many have one.
 */
export async function parts(
  source: Source,
  label: string,
  from: string,
  column: string,
  words: Readonly<Record<string, string>> | null,
): Promise<Part[]> {
  const rows = await readRows(
    source.connection,
    `select proposal_id, ${column} as value from ${from} and ${column} is not null order by proposal_id`,
  );
  const byValue = group(rows, ({ value }) => String(value));
  const order = words ? Object.keys(words) : [];
  const rank = (value: string) => (order.includes(value) ? order.indexOf(value) : order.length);
  return [...byValue]
    .sort(([a, of], [b, on]) => rank(a) - rank(b) || on.length - of.length || (a < b ? -1 : 1))
    .map(([value, members]) => {
      const ids = members.map(({ proposal_id }) => String(proposal_id));
      const name = words?.[value] ?? value;
      const sql = withoutTrue(`select proposal_id from ${from} and ${column} = ${quote(value)}`);
      return { name, trace: { label: `${label}：${name}`, says: `${ids.length}件`, sql, ids } };
    });
}

/** The list where it divides something: one kind alone says nothing. */
export function divided(list: readonly Part[]): Figure {
  return list.length < 2 ? MISSING : listed(list, { shares: false });
}

/** 解决采纳41件，占89.1%；列入计划2件，占4.3% — or without shares 农业12件、教育8件. */
export function listed(list: readonly Part[], options: { shares: boolean }): Figure {
  const whole = list.reduce((sum, part) => sum + part.trace.ids.length, 0);
  if (whole === 0) return MISSING;
  // A share of one case says nothing.
  const withShares = options.shares && whole > 1;
  const items = list.map(({ name, trace: { ids } }) =>
    withShares ? `${name}${ids.length}件，占${share(ids.length, whole)}` : `${name}${ids.length}件`,
  );
  const text = items.join(withShares ? '；' : '、');
  return { text, value: list.length, whole: null, traces: list.map((part) => part.trace) };
}

/**
 * A rate of data/metrics.yaml over a scope; `of` are the conditions on mart.answers of its numerator and denominator.
 * Throws when they disagree with the cube: that is a bug.
 */
export async function rated(
  source: Source,
  scope: Scope,
  metric: string,
  of: { numerator: string; denominator: string; from: string },
): Promise<Figure> {
  const where = {
    ...(scope.year === null ? {} : { year: scope.year }),
    ...(scope.body === null ? {} : { body: scope.body }),
    ...(scope.unit === null ? {} : { department: scope.unit }),
  };
  const found = rate(source.cube, metric, { where, per: scope.unit === null ? '件' : '件次' });
  if (found.rate === null) return MISSING;
  const { name } = found.metric;
  const [top, bottom] = await Promise.all([
    counted(source, `${name}的分子`, `select proposal_id from ${of.from} and ${of.numerator}`),
    counted(source, `${name}的分母`, `select proposal_id from ${of.from} and ${of.denominator}`),
  ]);
  if (top.value !== found.numerator || bottom.value !== found.denominator)
    throw new Error(
      `${metric}: ${top.value}/${bottom.value} by query, ${found.numerator}/${found.denominator} by cube`,
    );
  return {
    text: share(found.numerator, found.denominator),
    value: found.numerator,
    whole: found.denominator,
    traces: [...top.traces, ...bottom.traces],
  };
}

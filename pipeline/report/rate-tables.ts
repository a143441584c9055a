import { type Cube, dimension } from '../outcome/cube.ts';
import { definition } from '../outcome/metrics-of.ts';
import { rate, type Slice } from '../outcome/rate.ts';
import type { Table } from './document.ts';
import type { Figures } from './figure.ts';
import type { Scope } from './scope.ts';
import { share } from './share.ts';
import { columns, toTable } from './table.ts';

/** The metrics that the text and the tables give, in the order in which they are explained. */
export const USED_METRICS = [
  'reply_rate',
  'on_time_rate',
  'met_rate',
  'closed_rate',
  'adopted_rate',
  'solved_rate',
  'satisfied_rate',
  'satisfied_broad_rate',
];
const SHOWN = [
  'reply_rate',
  'on_time_rate',
  'met_rate',
  'solved_rate',
  'satisfied_rate',
  'satisfied_broad_rate',
];
const RATES = ['办复率', '按时办复率', '面商率', '解决率', '满意率', '满意率（含基本满意）'];

/** Bodies by the figures of the text, so that text and table cannot differ. */
export function bodiesTable(rows: readonly { name: string; figures: Figures }[]): Table | null {
  const shown = ['收到', '应答复', '已答复', ...RATES];
  return toTable(
    '办理情况汇总',
    columns(
      Object.fromEntries([['类别', 2.2], ...shown.map((name) => [heading(name), 1.3])]),
      shown.map(heading),
    ),
    rows.map(({ name, figures }) => [name, ...shown.map((one) => figures[one]?.text?.replace(/件$/, ''))]),
  );
}

/** Years up to the report's own; null when there is only one. */
export function yearsTable(cube: Cube, { unit, year, body }: Scope): Table | null {
  const known = dimension(cube, 'year').values.filter((value) => typeof value === 'number');
  const years = known.filter((one) => year === null || one <= year).sort((a, b) => a - b);
  const where = { ...(body && { body }), ...(unit && { department: unit }) };
  const rows = years.map((one) =>
    ratesOf(cube, `${one}年`, { where: { ...where, year: one }, per: unit ? '件次' : '件' }),
  );
  return rows.length < 2 ? null : rateTable('历年办理情况', '年度', rows);
}

/** Departments by how much they answer; a proposal that two of them answer counts for each (件次). */
export function departmentsTable(cube: Cube, { unit, year, body }: Scope): Table | null {
  if (unit !== null) return null;
  const named = dimension(cube, 'department').values.filter((value) => typeof value === 'string');
  const where = { ...(body && { body }), ...(year && { year }) };
  const rows = named.map((department) =>
    ratesOf(cube, department, { where: { ...where, department }, per: '件次' }),
  );
  const answering = rows
    .filter(({ owed }) => owed > 0)
    .sort((a, b) => b.owed - a.owed || (a.name < b.name ? -1 : 1));
  return rateTable('承办单位办理情况（件次）', '承办单位', answering);
}

export function definitionsTable(cube: Cube): Table | null {
  const used = cube.metrics.filter(({ id }) => USED_METRICS.includes(id));
  return toTable(
    '本报告所用的指标口径',
    columns({ 指标: 1.2, 算法: 4 }),
    used.map((metric) => [metric.name, definition(metric)]),
  );
}

interface RateRow {
  name: string;
  owed: number;
  cells: string[];
}

function ratesOf(cube: Cube, name: string, slice: Slice): RateRow {
  const rates = SHOWN.map((id) => rate(cube, id, slice));
  const owed = rates[0]?.denominator ?? 0;
  const cells = rates.map(({ numerator, denominator }) =>
    denominator === 0 ? '—' : `${share(numerator, denominator)}（${denominator}）`,
  );
  return { name, owed, cells };
}

function rateTable(caption: string, first: string, rows: readonly RateRow[]): Table | null {
  const names = RATES.map(heading);
  return toTable(
    `${caption}，括号内为分母`,
    columns(
      Object.fromEntries([
        [first, first === '年度' ? 1.2 : 2.2],
        ['应答复', 0.9],
        ...names.map((name) => [name, 1.6]),
      ]),
      ['应答复', ...names],
    ),
    rows.map(({ name, owed, cells }) => [name, owed, ...cells]),
  );
}

function heading(name: string): string {
  return name === '满意率（含基本满意）' ? '含基本满意' : name;
}

import type { Metric } from '../../outcome/metrics-of.ts';
import { FAMILIES, type Family } from '../../share/relations.ts';
import type { Statistic } from '../../share/statistics.ts';
import type { Table } from '../document.ts';
import { share } from '../share.ts';
import { columns, toTable } from '../table.ts';
import type { Published } from './published.ts';

/** As in the tables of an internal report. */
const SHOWN = [
  'reply_rate',
  'on_time_rate',
  'met_rate',
  'solved_rate',
  'satisfied_rate',
  'satisfied_broad_rate',
];
const WITHHELD = '不公布';

/** Years, topics and departments with what is published of them. */
export function publicTables(published: Published, metrics: readonly Metric[], year: number | null) {
  const of = (dimension: Statistic['dimension'], per: Statistic['per']) =>
    published.rows.filter((row) => row.dimension === dimension && row.per === per);
  const inYear = (row: Statistic) => row.year === year;
  const years = of('total', '件').filter((row) => row.year !== null && (year === null || row.year <= year));
  const table = (caption: string, first: string, rows: readonly Statistic[]) =>
    rateTable(`${caption}，括号内为分母`, first, rows, published, metrics);
  return {
    年度:
      years.length < 2
        ? null
        : table(
            '历年办理情况',
            '年度',
            years.map((row) => ({ ...row, name: `${row.year}年` })),
          ),
    主题: table('按主题统计（件）', '主题', of('topic', '件').filter(inYear)),
    承办单位: table('承办单位办理情况（件次）', '承办单位', of('department', '件次').filter(inYear)),
  };
}

function rateTable(
  caption: string,
  first: string,
  rows: readonly Statistic[],
  published: Published,
  metrics: readonly Metric[],
): Table | null {
  const shown = SHOWN.flatMap((id) => metrics.find((metric) => metric.id === id) ?? []);
  const names = shown.map(({ name }) => (name === '满意率（含基本满意）' ? '含基本满意' : name));
  const source = (row: Statistic) =>
    published.rows.find((one) => one.value === row.value && one.per === row.per && one.year === row.year);
  // A row of which nothing is published is only counted.
  const told = rows.filter((row) => published.shows(source(row), ['size']));
  const silent = rows.length - told.length;
  return toTable(
    `${caption}${silent === 0 ? '' : `；另有${silent}个因件数少不公布`}`,
    columns(Object.fromEntries([[first, 2.2], ['应答复', 0.9], ...names.map((name) => [name, 1.6])]), [
      '应答复',
      ...names,
    ]),
    told.map((row) => {
      const isShown = (families: readonly Family[]) => published.shows(source(row), families);
      return [row.name, row.measures.answers, ...shown.map((metric) => cell(row, metric, isShown))];
    }),
  );
}

function cell(
  { measures }: Statistic,
  { numerator, denominator }: Metric,
  isShown: (families: readonly Family[]) => boolean,
): string {
  if (!isShown([...numerator, ...denominator].flatMap(familyOf))) return WITHHELD;
  const sum = (names: readonly string[]) => names.reduce((total, name) => total + (measures[name] ?? 0), 0);
  const [k, n] = [sum(numerator), sum(denominator)];
  return n === 0 ? '—' : `${share(k, n)}（${n}）`;
}

function familyOf(measure: string): Family[] {
  const names = Object.keys(FAMILIES).filter((name): name is Family => name in FAMILIES);
  return names.filter((name) => FAMILIES[name].some((own) => own === measure));
}

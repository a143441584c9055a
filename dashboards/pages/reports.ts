import { METRIC_NAMES } from '../../pipeline/lint/metric-names.ts';
import { countsByPeriod } from '../charts.ts';
import { num, type Row, rows, text } from '../data.ts';
import { dataTable, h } from '../dom.ts';
import { figure } from '../figure.ts';
import type { Page } from '../view.ts';

/** What reports of earlier years state, unit by unit: for offices that have no ledger of those years. */
export const reportsPage: Page = (view) => {
  const all = rows('report_history').filter(
    (row) => view.state.filters.body === null || row.body === view.state.filters.body || row.body === '合计',
  );
  const units = [...new Set(all.map(unitOf))];
  const files = new Set(all.map((row) => `${text(row.source_file)}#${row.report}`)).size;
  return [
    h('p', { class: 'finding' }, `${files} 份报告，${all.length} 个数字，每个都附原句。`),
    h(
      'p',
      { class: 'note' },
      '这些数字是报告自己写的，没有用台账核对，也不与台账的数字相加；可先用“数字体检”核对报告。',
    ),
    ...units.flatMap((unit) =>
      unitSection(
        unit,
        all.filter((row) => unitOf(row) === unit),
        view.width,
      ),
    ),
  ];
};

function unitSection(unit: string, own: readonly Row[], width: number): Node[] {
  const main = own.filter((row) => row.is_main === true);
  const years = [...new Set(main.map(yearOf))].sort();
  const lines = [...new Set(main.map(lineOf))];
  const received = main.filter(
    (row) => row.metric === 'received' && row.body !== '合计' && row.measure === '件',
  );
  const data = received.map((row) => ({ period: yearOf(row), group: text(row.body), count: num(row.value) }));
  const groups = ['人大', '政协'].filter((group) => data.some((d) => d.group === group));
  const cell = (line: string, year: string) => {
    const found = main.find((row) => lineOf(row) === line && yearOf(row) === year);
    return found ? `${found.value}${text(found.measure)}` : '—';
  };
  const columns = ['指标', ...years];
  const cells = lines.map((line) => [line, ...years.map((year) => cell(line, year))]);
  // One year is no history: a table says it better than a single bar.
  const chart =
    new Set(data.map(({ period }) => period)).size < 2
      ? null
      : figure({
          title: `${unit}：历年收到（承办）件数`,
          note: '报告写明的件数',
          chart: countsByPeriod(data, groups, { width }),
          columns: ['年度', '类别', '件数'],
          cells: data.map(({ period, group, count }) => [period, group, count]),
        });
  return [
    h('h3', {}, unit),
    cells.length === 0 ? h('p', { class: 'empty' }, '没有可以列入历年表的数字') : dataTable(columns, cells),
    ...(chart === null ? [] : [chart]),
    h(
      'details',
      {},
      h('summary', {}, `${own.length} 个数字的原句`),
      dataTable(
        ['年度', '类别', '指标', '数值', '报告的说法', '原句', '来源'],
        own.map((row) => [
          yearOf(row),
          text(row.body),
          metricOf(row),
          `${row.value}${text(row.measure)}`,
          text(row.label),
          text(row.evidence),
          text(row.source_file),
        ]),
      ),
    ),
  ];
}

function unitOf(row: Row): string {
  return text(row.unit) || '单位未写明';
}

function yearOf(row: Row): string {
  return row.year === null ? '年度未写明' : String(row.year);
}

function metricOf(row: Row): string {
  return new Map<string, string>(Object.entries(METRIC_NAMES)).get(text(row.metric)) ?? text(row.metric);
}

function lineOf(row: Row): string {
  const share = row.measure === '%' && !text(row.metric).endsWith('_rate') ? '占比' : '';
  return `${text(row.body)} ${metricOf(row)}${share}`;
}

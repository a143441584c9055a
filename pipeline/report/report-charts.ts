import type { DuckDBConnection } from '@duckdb/node-api';
import { countsByPeriod, sharesByGroup } from '../../dashboards/charts.ts';
import { OUTCOME_WORDS } from '../outcome/words.ts';
import { BODY_WORDS } from './body-words.ts';
import type { Picture } from './document.ts';
import { drawChart } from './draw-chart.ts';
import { readRows } from './read-rows.ts';
import { ofAnswers, ofProposals, type Scope } from './scope.ts';
import type { ChartName } from './template.ts';

/** CSS pixels; the text is 156 mm wide. */
const SIZE = { width: 640 };

/** The charts of the report; one that would show a single bar is left out. */
export async function reportCharts(
  connection: DuckDBConnection,
  scope: Scope,
): Promise<Partial<Record<ChartName, Picture>>> {
  const [years, outcomes] = await Promise.all([
    yearsChart(connection, scope),
    outcomesChart(connection, scope),
  ]);
  return { ...(years && { 年度: years }), ...(outcomes && { 主题结果: outcomes }) };
}

async function yearsChart(connection: DuckDBConnection, scope: Scope): Promise<Picture | null> {
  const upTo = scope.year === null ? 'true' : `year <= ${scope.year}`;
  const rows = await readRows(
    connection,
    `select period, coalesce(body, '不明') as body, count(*)::integer as n from proposals
    where ${ofProposals({ ...scope, year: null })} and year is not null and ${upTo} group by all order by all`,
  );
  const data = rows.map(({ period, body, n }) => ({
    period: String(period),
    group: BODY_WORDS[body === '人大' || body === '政协' ? body : '不明'],
    count: Number(n),
  }));
  if (new Set(data.map(({ period }) => period)).size < 2) return null;
  const groups = Object.values(BODY_WORDS).filter((name) => data.some(({ group }) => group === name));
  return drawChart('历年收到的件数', () => countsByPeriod(data, groups, SIZE));
}

/** The topics with most cases, and what became of them. */
async function outcomesChart(connection: DuckDBConnection, scope: Scope): Promise<Picture | null> {
  const rows = await readRows(
    connection,
    `select p.topic_name, a.outcome, count(*)::integer as n
    from (select proposal_id, outcome from answers where counted and outcome is not null and ${ofAnswers(scope)}) a
    join proposals p using (proposal_id) group by all order by all`,
  );
  const data = rows.map(({ topic_name, outcome, n }) => ({
    row: String(topic_name),
    group: String(outcome)
      .split('|')
      .map((code) => OUTCOME_WORDS[code] ?? code)
      .join('或'),
    count: Number(n),
  }));
  const totals = new Map<string, number>();
  for (const { row, count } of data) totals.set(row, (totals.get(row) ?? 0) + count);
  const topics = [...totals]
    .sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1))
    .slice(0, 10)
    .map(([name]) => name);
  if (topics.length < 2) return null;
  const shown = data.filter(({ row }) => topics.includes(row));
  const known = Object.values(OUTCOME_WORDS);
  const groups = [...new Set([...known, ...shown.map(({ group }) => group)])].filter((name) =>
    shown.some(({ group }) => group === name),
  );
  return drawChart('件数最多的主题的办理结果（件）', () => sharesByGroup(shown, groups, topics, SIZE));
}

import type { DuckDBConnection } from '@duckdb/node-api';
import { cubeOf } from '../outcome/cube.ts';
import { metricsOf } from '../outcome/metrics-of.ts';
import { answerFigures } from './answer-figures.ts';
import { BODY_WORDS } from './body-words.ts';
import { typicalCases } from './cases.ts';
import type { Content } from './compose.ts';
import { contextWords, type RunFacts } from './context-words.ts';
import { evidenceTable } from './evidence-table.ts';
import type { Figures, Source } from './figure.ts';
import { dissatisfiedTable, issuesTable, lateTable, topicsTable, warningsTable } from './list-tables.ts';
import { problemFigures } from './problem-figures.ts';
import { bodiesTable, definitionsTable, departmentsTable, yearsTable } from './rate-tables.ts';
import { readRows } from './read-rows.ts';
import { receiptFigures } from './receipt-figures.ts';
import { reportCharts } from './report-charts.ts';
import { ofProposals, type Scope } from './scope.ts';
import { tellCase } from './tell-case.ts';

/** Everything that a report of this scope says, from the marts of a run. */
export async function readReportContent(connection: DuckDBConnection, scope: Scope): Promise<Content> {
  const cube = cubeOf(
    await readRows(connection, 'select * from cube'),
    metricsOf(await readRows(connection, 'select * from metrics')),
  );
  const run = await readRun(connection, scope);
  const bodies = await bodiesOf(connection, scope);
  const figuresOf = async (own: Scope, cases: string): Promise<Figures> => {
    const source: Source = { connection, cube, fields: await fieldsOf(connection, own) };
    return {
      ...contextWords(own, run, cases),
      ...(await receiptFigures(source, own)),
      ...(await answerFigures(source, own)),
      ...(await problemFigures(source, own)),
    };
  };
  const all = bodies.length === 0 ? '提案建议' : bodies.map((body) => BODY_WORDS[body]).join('和');
  const figures = await figuresOf(scope, all);
  const each: { name: string; figures: Figures }[] = [];
  for (const body of bodies) {
    const name = BODY_WORDS[body];
    each.push({ name, figures: bodies.length === 1 ? figures : await figuresOf({ ...scope, body }, name) });
  }
  const tables = {
    办理情况: bodiesTable(each.length > 1 ? [...each, { name: '合计', figures }] : [{ name: all, figures }]),
    年度: yearsTable(cube, scope),
    承办单位: departmentsTable(cube, scope),
    口径: definitionsTable(cube),
    主题: await topicsTable(connection, scope),
    逾期: await lateTable(connection, scope),
    不满意: await dissatisfiedTable(connection, scope),
    议题: await issuesTable(connection, scope),
    提醒: await warningsTable(connection, scope),
  };
  return {
    figures,
    bodies: each.map((one) => one.figures),
    cases: (await typicalCases(connection, scope)).map(tellCase),
    tables,
    charts: await reportCharts(connection, scope),
    evidence: evidenceTable,
  };
}

async function readRun(connection: DuckDBConnection, scope: Scope): Promise<RunFacts> {
  const [run] = await readRows(connection, 'select name, as_of::varchar as as_of from runs');
  const years = await readRows(
    connection,
    `select distinct year from proposals where ${ofProposals(scope)} and year is not null order by year`,
  );
  const text = (value: unknown) => (typeof value === 'string' && value !== '' ? value : null);
  return { name: text(run?.name), as_of: text(run?.as_of), years: years.map(({ year }) => Number(year)) };
}

/** In the order in which offices name them. */
async function bodiesOf(connection: DuckDBConnection, scope: Scope) {
  const rows = await readRows(connection, `select distinct body from proposals where ${ofProposals(scope)}`);
  return (['人大', '政协'] as const).filter((body) => rows.some((row) => row.body === body));
}

/** What the ledgers have columns for: without a column for the day of the answer nobody can say what is answered. */
async function fieldsOf(connection: DuckDBConnection, scope: Scope): Promise<ReadonlySet<string>> {
  const rows = await readRows(
    connection,
    `select distinct field from ledger_fields where source_file in (select source_file from proposals where ${ofProposals(scope)})`,
  );
  return new Set(rows.map(({ field }) => String(field)));
}

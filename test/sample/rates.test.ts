import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { silentProgress } from '../../pipeline/progress.ts';
import { run } from '../../pipeline/run.ts';
import { SAMPLE } from '../e2e/jianyan.ts';

const TRUTHS: Record<string, unknown>[] = readFileSync(join(SAMPLE, 'truth.jsonl'), 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line))
  .filter((fact) => fact.kind === 'rate');

/** The same counts from the marts; null where the ledger of that year and body has no such column. */
const COUNTS = `
  with events as (
    select proposal_id, kind = 'returned' as returned, kind = 'grade_changed' as changed from raw.handling_events
  ), promised as (
    select proposal_id, bool_or(fulfilled_on is not null) as fulfilled from raw.commitments where source = 'ledger' group by proposal_id
  )
  select
    p.year, p.body,
    count(*)::integer as proposals,
    count(*) filter (where p.key_proposal)::integer as key_proposals,
    count(*) filter (where p.filed = '并案')::integer as merged,
    count(*) filter (where proposal_id in (select proposal_id from events where returned))::integer as returned,
    count(p.replied_on)::integer as replied,
    count(p.due_on)::integer as due,
    count(*) filter (where p.is_late)::integer as late,
    median(p.days_to_reply)::double as median_days,
    count(*) filter (where p.met)::integer as met,
    count(*) filter (where proposal_id in (select proposal_id from events where changed))::integer as changed_to_solved,
    count(p.result_final)::integer as rated,
    count(*) filter (where p.result_final = 'satisfied')::integer as satisfied,
    count(*) filter (where p.result_final = 'basically')::integer as basically,
    count(*) filter (where p.result_final = 'dissatisfied')::integer as dissatisfied,
    count(*) filter (where p.result_first = 'satisfied')::integer as satisfied_first,
    count(*) filter (where a.attitude_final = 'satisfied')::integer as satisfied_attitude,
    count(*) filter (where proposal_id in (select proposal_id from promised))::integer as promises,
    count(*) filter (where proposal_id in (select proposal_id from promised where fulfilled))::integer as fulfilled
  from mart.proposals p
  left join mart.answers a using (proposal_id)
  group by p.year, p.body
  order by p.year, p.body`;

/** The counts behind each rate that the script states: metric, and numerator or denominator. */
const BEHIND: Record<string, [metric: string, part: 'numerator' | 'denominator']> = {
  proposals: ['reply_rate', 'denominator'],
  replied: ['reply_rate', 'numerator'],
  due: ['on_time_rate', 'denominator'],
  late: ['late_rate', 'numerator'],
  met: ['met_rate', 'numerator'],
  changed_to_solved: ['conversion_rate', 'numerator'],
  rated: ['satisfied_rate', 'denominator'],
  satisfied: ['satisfied_rate', 'numerator'],
  satisfied_first: ['first_satisfied_rate', 'numerator'],
  satisfied_attitude: ['first_attitude_rate', 'numerator'],
  merged: ['merged_rate', 'numerator'],
  returned: ['returned_rate', 'numerator'],
  fulfilled: ['promise_rate', 'numerator'],
};

describe('the sample city', () => {
  const out = mkdtempSync(join(tmpdir(), 'jianyan-'));
  let connection: DuckDBConnection;
  const query = async (sql: string) => (await connection.runAndReadAll(sql)).getRowObjectsJS();

  beforeAll(async () => {
    await run(SAMPLE, join(out, 'run'), silentProgress);
    const file = join(out, 'run', 'analysis.duckdb');
    connection = await (await DuckDBInstance.create(file, { access_mode: 'READ_ONLY' })).connect();
  });
  afterAll(() => {
    connection.closeSync();
    rmSync(out, { recursive: true, force: true });
  });

  it('agrees with the independent script in every count of every year and body', async () => {
    const found = await query(COUNTS);
    const outcomes = await query(
      'select year, body, coalesce(outcome, outcome_raw) as word, count(*)::integer as n from mart.proposals where outcome_raw is not null group by all',
    );
    expect(TRUTHS).toHaveLength(10);
    for (const { kind: _, outcomes: words, ...truth } of TRUTHS) {
      const of = (r: Record<string, unknown>) => r.year === truth.year && r.body === truth.body;
      const known = Object.entries(truth).filter(([, value]) => value !== null);
      expect(found.find(of) ?? {}).toMatchObject(Object.fromEntries(known));
      expect(Object.fromEntries(outcomes.filter(of).map((r) => [r.word, r.n]))).toEqual(words);
    }
  });

  it('agrees with it in every rate of mart.rates', async () => {
    const rates = await query("select * from mart.rates where dimension = 'total'");
    for (const truth of TRUTHS) {
      const of = (id: string) =>
        rates.find((r) => r.metric === id && r.period === String(truth.year) && r.body === truth.body);
      for (const [name, [id, part]] of Object.entries(BEHIND)) {
        if (typeof truth[name] === 'number') expect([name, of(id)?.[part]]).toEqual([name, truth[name]]);
        // What the ledger does not show has no denominator, rather than a rate of 0 %.
        else expect([name, of(id)?.denominator]).toEqual([name, 0]);
      }
      const broad = Number(truth.satisfied) + Number(truth.basically);
      expect(of('satisfied_broad_rate')?.numerator).toBe(broad);
      expect(of('returned_rate')?.denominator).toBe(truth.returned === null ? 0 : truth.proposals);
      const known = outcomesOf(truth);
      expect(of('solved_rate')).toMatchObject({ numerator: known.solved, denominator: known.all });
      expect(of('adopted_rate')).toMatchObject({ numerator: known.adopted, denominator: known.all });
    }
    const days = await query(
      "select period, body, days_median from mart.reply_days where dimension = 'total'",
    );
    for (const { year, body, median_days } of TRUTHS)
      expect(days).toContainEqual({ period: String(year), body, days_median: median_days });
  });
});

function outcomesOf({ outcomes }: Record<string, unknown>) {
  const counts = new Map<string, number>(Object.entries(outcomes ?? {}));
  const of = (name: string) => counts.get(name) ?? 0;
  const all = [...counts].filter(([name]) => name !== 'E').reduce((sum, [, n]) => sum + n, 0);
  return { solved: of('solved'), adopted: of('solved') + of('in_progress') + of('planned'), all };
}

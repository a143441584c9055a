import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { expect, it } from 'vitest';
import { silentProgress } from '../../pipeline/progress.ts';
import { run } from '../../pipeline/run.ts';
import { SAMPLE } from '../e2e/jianyan.ts';
import { emptyFolder } from '../folder.ts';

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

it('every count of every year and body agrees with the independent script', async () => {
  const out = join(emptyFolder(), 'out');
  await run(SAMPLE, out, silentProgress);
  const database = await DuckDBInstance.create(join(out, 'analysis.duckdb'), { access_mode: 'READ_ONLY' });
  const connection = await database.connect();
  const found = (await connection.runAndReadAll(COUNTS)).getRowObjectsJS();
  const outcomes = await connection.runAndReadAll(
    'select year, body, coalesce(outcome, outcome_raw) as word, count(*)::integer as n from mart.proposals where outcome_raw is not null group by all',
  );
  connection.closeSync();
  database.closeSync();
  const truths: Record<string, unknown>[] = readFileSync(join(SAMPLE, 'truth.jsonl'), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
    .filter((fact) => fact.kind === 'rate');
  expect(truths).toHaveLength(10);
  for (const { kind: _, outcomes: words, ...truth } of truths) {
    const row = found.find((r) => r.year === truth.year && r.body === truth.body) ?? {};
    const known = Object.entries(truth).filter(([, value]) => value !== null);
    expect(row).toMatchObject(Object.fromEntries(known));
    const counted = outcomes.getRows().filter(([year, body]) => year === truth.year && body === truth.body);
    expect(Object.fromEntries(counted.map(([, , word, n]) => [word, n]))).toEqual(words);
  }
});

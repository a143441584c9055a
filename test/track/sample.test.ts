import { DuckDBInstance } from '@duckdb/node-api';
import { group } from 'd3-array';
import { beforeAll, describe, expect, it } from 'vitest';
import { plantErrors } from '../../data/sample/make/errors.ts';
import { type Case, plan } from '../../data/sample/make/plan.ts';
import { idIn } from '../../data/sample/make/truth.ts';
import { readWritten } from '../../data/sample/make/written.ts';
import { readTaxonomy } from '../../pipeline/classify/taxonomy.ts';
import { openWorkspace } from '../../pipeline/config.ts';
import { ingest } from '../../pipeline/ingest/ingest.ts';
import { silentProgress } from '../../pipeline/progress.ts';
import type { Proposal } from '../../pipeline/rows.ts';
import { buildMarts } from '../../pipeline/store/build-marts.ts';
import { load } from '../../pipeline/store/load.ts';
import { toTables } from '../../pipeline/store/tables.ts';
import { emptyRegistry } from '../../pipeline/track/registry.ts';
import { type Tracked, track } from '../../pipeline/track/track.ts';
import { SAMPLE } from '../e2e/jianyan.ts';
import { placesOf } from './make.ts';

/** The cases of the sample as they were planned, in their issues: dates and outcomes apart from ledgers and pipeline. */
const cases = plantErrors(plan(readWritten())).shown;
const idOf = idIn(cases);
const issues = [
  ...group(
    cases.filter((c) => c.issue !== null),
    (c) => c.issue,
  ).values(),
];
const clusters = issues.map((members) => members.map(idOf));

const addMonths = (day: string, months: number) => {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCMonth(date.getUTCMonth() + months);
  return date.toISOString().slice(0, 10);
};

/** Whether a case was raised within two years of an answer of its issue that said 解决采纳. */
const isAfterSolved = (c: Case, members: readonly Case[]) =>
  members.some(
    (e) =>
      e.outcome === 'solved' &&
      e.replied_on !== null &&
      e.replied_on < c.submitted_on &&
      c.submitted_on <= addMonths(e.replied_on, 24),
  );

describe('the issues of the sample city', () => {
  let proposals: Proposal[] = [];
  let tracked: Tracked;
  let query: (sql: string) => Promise<unknown[][]>;
  beforeAll(async () => {
    const workspace = openWorkspace(SAMPLE);
    const ingested = await ingest(workspace, silentProgress);
    ({ proposals } = ingested.rows);
    tracked = track(proposals, clusters, emptyRegistry());
    const none = {
      rank: 1,
      topic: 'other',
      subtopic: null,
      score: 0,
      words: '',
      method: 'none',
      review: true,
    };
    const classifications = proposals.map(({ proposal_id }) => ({ proposal_id, ...none }));
    const { registry: _, ...rows } = tracked;
    const connection = await (await DuckDBInstance.create(':memory:')).connect();
    const tables = toTables(ingested, readTaxonomy(), workspace.config);
    await load(connection, { ...tables, classifications, ...rows }, silentProgress);
    await buildMarts(connection, silentProgress);
    query = async (sql) => (await connection.runAndReadAll(sql)).getRowsJson();
  });

  it('that came back after 解决采纳 are all found, and none is invented', async () => {
    const truth = issues.flatMap((members) =>
      members.filter((c) => c.filed !== '并案' && isAfterSolved(c, members)).map(idOf),
    );
    expect(truth.length).toBeGreaterThan(20);
    const found = await query('select proposal_id from mart.issue_members where after_solved');
    expect(found.flat().sort()).toEqual(truth.sort());
  });

  it('keep all their ids when 2024 is added, with a registry and without', () => {
    const earlier = proposals.filter((p) => p.year !== 2024);
    const ids = new Set(earlier.map((p) => p.proposal_id));
    const before = track(
      earlier,
      clusters.map((cluster) => cluster.filter((id) => ids.has(id))),
      emptyRegistry(),
    );
    const places = placesOf(before);
    expect(Object.keys(places).length).toBeGreaterThan(100);
    expect(placesOf(track(proposals, clusters, before.registry))).toMatchObject(places);
    expect(placesOf(tracked)).toMatchObject(places);
  });

  it('have names that a person would write', async () => {
    const named = new Map(tracked.issue_members.map((m) => [m.proposal_id, m.issue]));
    const names = issues.map((members) => {
      const issue = tracked.issues.find((i) => i.issue === named.get(idOf(members[0] as Case)));
      return `${issue?.name}\n${members
        .map((c) => `    ${c.year} ${c.title}`)
        .sort()
        .join('\n')}\n`;
    });
    await expect(names.sort().join('')).toMatchFileSnapshot('../golden/issue-names.txt');
  });
});

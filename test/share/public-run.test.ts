import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { group } from 'd3-array';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { silentProgress } from '../../pipeline/progress.ts';
import { ROOT } from '../../pipeline/root.ts';
import { run } from '../../pipeline/run.ts';
import { audit } from '../../pipeline/share/audit.ts';
import { brokenRelations, smallNumbers } from '../../pipeline/share/linear.ts';
import { FAMILIES, type Family } from '../../pipeline/share/relations.ts';
import { readStatistics, type Statistic } from '../../pipeline/share/statistics.ts';
import { suppress } from '../../pipeline/share/suppress.ts';
import { parseModel } from '../../pipeline/store/models.ts';
import { SAMPLE } from '../e2e/jianyan.ts';
import { attack, type PublicRow } from './attack.ts';
import { pageTables } from './read-outputs.ts';

const isSmall = (value: unknown) => typeof value === 'number' && value >= 1 && value <= 4;

describe('the sample published', () => {
  const folder = mkdtempSync(join(tmpdir(), 'jianyan-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  let rows: PublicRow[] = [];
  let truth: Statistic[] = [];

  beforeAll(async () => {
    // A run for others leaves its list of what was hidden in the workspace.
    const workspace = join(folder, 'workspace');
    cpSync(SAMPLE, workspace, { recursive: true });
    await run(workspace, join(folder, 'internal'), silentProgress);
    await run(workspace, join(folder, 'public'), silentProgress, { audience: 'public' });
    const html = readFileSync(join(folder, 'public', 'dashboard.html'), 'utf8');
    rows =
      pageTables(html)
        .get('public_statistics')
        ?.toArray()
        .map((row) => row.toJSON()) ?? [];
    const file = join(ROOT, 'pipeline', 'share', 'public', 'public_statistics.sql');
    const path = join(folder, 'internal', 'analysis.duckdb');
    const connection = await (await DuckDBInstance.create(path, { access_mode: 'READ_ONLY' })).connect();
    truth = await readStatistics(connection, parseModel('public_statistics', readFileSync(file, 'utf8')));
  }, 300_000);

  it('keeps the relations in every row of the sample, so that they are true', () => {
    expect(truth.length).toBeGreaterThan(300);
    expect(truth.flatMap(({ measures }) => brokenRelations(measures))).toEqual([]);
  });

  it('publishes no number from 1 to 4 in the data of its page', () => {
    const measures = Object.values(FAMILIES).flat();
    expect(rows.length).toBeGreaterThan(100);
    expect(rows.filter((row) => measures.some((measure) => isSmall(row[measure])))).toEqual([]);
    expect(rows.filter((row) => measures.some((measure) => Number(row[measure]) > 4)).length).toBeGreaterThan(
      30,
    );
  });

  it('cannot be made to tell a withheld small number by subtraction', () => {
    expect(attack(rows).filter((says) => isSmall(Number(says.split(' = ')[1])))).toEqual([]);
  });

  it('could, were only the small numbers themselves withheld: the attack is one', () => {
    const careless = truth.map(({ measures, ...row }): PublicRow => {
      const hidden = Object.entries(measures).map(([name, count]) => [name, isSmall(count) ? null : count]);
      return { ...row, ...Object.fromEntries(hidden) };
    });
    const told = attack(careless).filter((says) => isSmall(Number(says.split(' = ')[1])));
    expect(told.length).toBeGreaterThan(100);
  });

  it('suppresses all of the sample, too, so that the audit and the attack find nothing', () => {
    const withheld = suppress(truth);
    const years = group(truth, ({ year }) => year).values();
    const told = [...years].flatMap((own) => audit(own, withheld).filter(({ low, high }) => low === high));
    expect(told.map(({ row, number }) => `${row.year} ${row.name} ${number}`)).toEqual([]);
    const shown = truth.map((row): PublicRow => {
      const { measures, ...rest } = row;
      const numbers = Object.entries(FAMILIES).flatMap(([family, names]) =>
        names.map((name) => [name, isHidden(row, family) ? null : (measures[name] ?? null)]),
      );
      return { ...rest, ...Object.fromEntries(numbers) };
    });
    expect(attack(shown).filter((says) => isSmall(Number(says.split(' = ')[1])))).toEqual([]);
    const families = Object.keys(FAMILIES).filter((name): name is Family => name in FAMILIES);
    const small = truth.flatMap((row) =>
      families.filter((family) => !isHidden(row, family) && smallNumbers(row.measures, family).length > 0),
    );
    expect(small).toEqual([]);

    function isHidden(row: Statistic, family: string): boolean {
      return [...(withheld.get(row) ?? [])].some((one) => one === family);
    }
  });
});

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readMetrics } from '../../pipeline/outcome/metrics.ts';
import { ROOT } from '../../pipeline/root.ts';
import { readModels } from '../../pipeline/store/models.ts';
import { martsOf } from '../store/marts-of.ts';

const metrics = readMetrics();
const columns = (mart: string) => [
  ...(readModels()
    .find((m) => m.name === mart)
    ?.columns.keys() ?? []),
];

describe('data/metrics.yaml', () => {
  it('defines each metric once, under an id and a name of its own', () => {
    expect(new Set(metrics.map((m) => m.id)).size).toBe(metrics.length);
    expect(new Set(metrics.map((m) => m.name)).size).toBe(metrics.length);
  });

  it('is made of the measures of the cube, and leaves none of them undefined', () => {
    const all = columns('cube');
    const measures = all.slice(all.indexOf('is_first') + 1);
    const used = new Set(
      metrics.flatMap((m) => [
        ...m.population,
        ...m.numerator,
        ...m.denominator,
        ...m.excluded.map((e) => e.measure),
      ]),
    );
    expect([...used].sort()).toEqual([...measures].sort());
  });

  it('names exactly the metrics that the marts compute', async () => {
    const query = await martsOf({ '2024政协提案.csv': '编号,案由,主办单位\n1,甲,水利局\n' });
    const computed = (await query('select distinct metric from mart.rates')).map(([id]) => String(id));
    const quantiles = columns('reply_days').filter((name) => /^days_/.test(name));
    expect([...computed, ...quantiles].sort()).toEqual(metrics.map((m) => m.id).sort());
    expect(await query('select metric from mart.metrics')).toEqual(metrics.map((m) => [m.id]));
  });

  it('is listed in data/README.md', () => {
    const readme = readFileSync(join(ROOT, 'data', 'README.md'), 'utf8');
    const listed = [...readme.matchAll(/^\| `(\w+)` \| (.+) \|$/gm)].map(([, id, name]) => `${id} ${name}`);
    for (const { id, name } of metrics) expect(listed).toContain(`${id} ${name}`);
  });
});

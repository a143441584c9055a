import { DuckDBInstance } from '@duckdb/node-api';
import { describe, expect, it } from 'vitest';
import { orderModels, parseModel, readModels } from '../../pipeline/store/models.ts';

const connect = async () => (await DuckDBInstance.create(':memory:')).connect();

describe('parseModel', () => {
  it('reads title, grain and columns from the header', () => {
    const model = parseModel(
      'counts',
      '-- 件数 // Counts\n-- 一年一行。\n-- grain: year, body\n-- year: 年度 // year\n-- body: 类别；政协或人大\nselect 1\n',
    );
    expect(model).toMatchObject({ name: 'counts', title: '件数', english: 'Counts', note: '一年一行。' });
    expect(model.grain).toEqual(['year', 'body']);
    expect([...model.columns]).toEqual([
      ['year', '年度'],
      ['body', '类别；政协或人大'],
    ]);
    expect([...model.columnsEnglish]).toEqual([
      ['year', 'year'],
      ['body', ''],
    ]);
  });

  it('wants a title and a grain', () => {
    expect(() => parseModel('x', 'select 1')).toThrow(/title and a grain/);
  });
});

describe('orderModels', () => {
  const model = (name: string, sql: string) => parseModel(name, `-- ${name}\n-- grain: -\n${sql}`);

  it('puts every model after those it reads, also through CTEs and unions', async () => {
    const models = [
      model('a', 'with x as (select * from mart.b) select * from x union all select * from mart.c'),
      model('b', 'select * from mart.c where exists (select 1 from raw.proposals)'),
      model('c', 'select 1 as n'),
    ];
    expect((await orderModels(await connect(), models)).map((m) => m.name)).toEqual(['c', 'b', 'a']);
  });

  it('names the way round a cycle', async () => {
    const models = [model('a', 'select * from mart.b'), model('b', 'select * from mart.a')];
    await expect(orderModels(await connect(), models)).rejects.toThrow('marts: cycle a → b → a');
  });

  it('can read every model of the project', async () => {
    const models = readModels();
    expect(models.length).toBeGreaterThanOrEqual(10);
    expect(await orderModels(await connect(), models)).toHaveLength(models.length);
  });
});

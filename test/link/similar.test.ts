import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { describe, expect, it } from 'vitest';
import { similarFinder } from '../../pipeline/link/similar.ts';
import { silentProgress } from '../../pipeline/progress.ts';
import { run } from '../../pipeline/run.ts';
import { openRun } from '../../pipeline/store/open-run.ts';
import { emptyFolder } from '../folder.ts';

const LEDGER = `编号,年度,案由,内容,主办单位,交办日期,答复日期,办理结果
1,2021,关于修缮云津桥的建议,云津桥护栏锈蚀，桥面坑槽，货车通过时晃动明显，建议检测加固。,交通运输局,2021-03-01,2021-05-20,解决采纳
2,2022,云津桥限载以后货车绕行,去年云津桥检测为四类桥，只立了限载牌，没有加固，请尽快维修。,交通运输局,2022-03-01,2022-05-20,列入计划
3,2022,关于修缮永济桥的建议,永济桥护栏锈蚀，桥面坑槽，货车通过时晃动明显，建议检测加固。,交通运输局,2022-03-01,2022-05-20,解决采纳
4,2022,关于加强养犬管理的提案,遛狗不牵绳，咬伤人事件增多，建议修订条例。,公安局,2022-03-01,,
`;

describe('similarFinder', () => {
  it('finds earlier proposals in a run, best first, with relation and outcome', async () => {
    const folder = emptyFolder();
    writeFileSync(join(folder, '政协提案.csv'), LEDGER);
    await run(join(folder, '政协提案.csv'), join(folder, 'out'), silentProgress);
    const { connection, close } = await openRun(join(folder, 'out'));
    const find = await similarFinder(connection, 'out');
    const found = await find({
      title: '关于修缮云津桥的提案',
      text: '云津桥护栏锈蚀，桥面坑槽，货车通过时晃动明显，建议尽快检测加固。',
    });
    expect(found[0]).toMatchObject({ proposal_id: '政协-2021-1', relation: 'copy', outcome: 'solved' });
    expect(found.find((s) => s.proposal_id === '政协-2022-2')).toMatchObject({
      relation: 'same',
      outcome: 'planned',
    });
    expect(found.every((s) => s.proposal_id !== '政协-2022-3' || s.relation === 'kin')).toBe(true);
    expect(found.map((s) => s.score)).toEqual(found.map((s) => s.score).sort((a, b) => b - a));
    expect(found.map((s) => s.proposal_id)).not.toContain('政协-2022-4');
    expect(await find({ title: '', text: null })).toEqual([]);
    close();
  });

  it('says in Chinese that a database has no index', async () => {
    const folder = emptyFolder();
    const database = await DuckDBInstance.create(join(folder, 'analysis.duckdb'));
    await (await database.connect()).run('create schema mart; create schema raw');
    database.closeSync();
    const { connection, close } = await openRun(folder);
    await expect(similarFinder(connection, 'out')).rejects.toThrow(/没有可用的相似案件索引/);
    close();
  });
});

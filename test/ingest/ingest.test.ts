import { describe, expect, it } from 'vitest';
import type { Config } from '../../pipeline/config.ts';
import { ingest } from '../../pipeline/ingest/ingest.ts';
import { silentProgress } from '../../pipeline/progress.ts';
import { emptyFolder } from '../folder.ts';
import { BIG5_SAMPLE, GB18030_SAMPLE } from './encoded.ts';
import { workbook, writeFiles } from './make-files.ts';

/** Reads `files` as a plain folder, with `config` as jianyan.yaml would give it. */
async function read(files: Record<string, string | Uint8Array>, config: Config = {}) {
  const input = emptyFolder();
  writeFiles(input, files);
  return ingest({ input, folder: null, config }, silentProgress);
}

const ids = (result: Awaited<ReturnType<typeof read>>) => result.rows.proposals.map((p) => p.proposal_id);

describe('ledgers', () => {
  it('finds a merged two-line header below title rows and fills merged cells', async () => {
    const rows = [
      ['2023年政协提案办理台账', null, null, null, null, null],
      ['（市政协提案委编）', null, null, null, null, null],
      ['提案号', '案由', '承办单位', null, '办理情况', null],
      [null, null, '主办', '会办', '答复日期', '办理结果'],
      ['第001号', '关于河道清淤的提案', '市水务局', '财政局、交通局', 45200, '解决采纳'],
      ['第002号', '关于增设公交的提案', '交通局', null, '2023.7.1', 'Ａ类'],
    ];
    const merges = [
      { s: { r: 2, c: 0 }, e: { r: 3, c: 0 } },
      { s: { r: 2, c: 1 }, e: { r: 3, c: 1 } },
      { s: { r: 2, c: 2 }, e: { r: 2, c: 3 } },
      { s: { r: 2, c: 4 }, e: { r: 2, c: 5 } },
    ];
    const { rows: out, balance } = await read({ '台账.xlsx': workbook({ 提案: { rows, merges } }) });
    expect(out.proposals.map((p) => [p.proposal_id, p.body, p.year])).toEqual([
      ['政协-2023-1', '政协', 2023],
      ['政协-2023-2', '政协', 2023],
    ]);
    expect(out.handlings.map((h) => [h.department, h.role, h.replied_on, h.outcome_raw, h.outcome])).toEqual([
      ['水利局', 'lead', '2023-10-01', '解决采纳', 'solved'],
      ['财政局', 'co', null, null, null],
      ['交通运输局', 'co', null, null, null],
      ['交通运输局', 'lead', '2023-07-01', 'Ａ类', null],
    ]);
    expect(balance).toMatchObject({ rows: 2, rows_opened: 2, rows_rejected: 0 });
  });

  it('joins one row per department, also where cells are merged or left blank below', async () => {
    const csv = [
      '编号,标题,承办单位,承办类型,答复时间,办理结果,满意度',
      '1,关于校园安全的建议,教育局,主办,2024年5月6日,已解决,满意',
      ',,公安局,会办,2024年4月2日,,',
      '2,关于停车难的建议,公安局,分办,2024-05-01,正在解决,基本满意',
      '2,关于停车难的建议,城管局,分办,2024-05-09,列入计划,满意',
    ].join('\r\n');
    const { rows, balance } = await read({ '2024年人大建议.csv': csv });
    expect(rows.proposals.map((p) => p.proposal_id)).toEqual(['人大-2024-1', '人大-2024-2']);
    expect(rows.handlings.map((h) => [h.proposal_id, h.department, h.role, h.outcome])).toEqual([
      ['人大-2024-1', '教育局', 'lead', 'solved'],
      ['人大-2024-1', '公安局', 'co', null],
      ['人大-2024-2', '公安局', 'separate', 'in_progress'],
      ['人大-2024-2', '城市管理局', 'separate', 'planned'],
    ]);
    expect(rows.feedback.map((f) => [f.proposal_id, f.department, f.result])).toEqual([
      ['人大-2024-1', '教育局', 'satisfied'],
      ['人大-2024-2', '公安局', 'basically'],
      ['人大-2024-2', '城市管理局', 'satisfied'],
    ]);
    expect(balance).toMatchObject({ rows: 4, rows_opened: 2, rows_joined: 2 });
  });

  it('completes one ledger by another of the same year, and keeps what contradicts', async () => {
    const result = await read({
      '2024政协交办.csv': '案号,案由,主办单位,交办时间\n12,关于养老服务的提案,民政局,2024-03-01\n',
      '2024政协办结.csv':
        '案号,案由,主办单位,交办时间,办理结果\n12,关于养老服务的提案,民政局,2024-03-02,解决采纳\n',
    });
    expect(result.rows.handlings).toHaveLength(1);
    expect(result.rows.handlings[0]).toMatchObject({ assigned_on: '2024-03-01', outcome: 'solved' });
    expect(result.rows.extras.map((e) => [e.column, e.value])).toEqual([
      ['另一处的 assigned_on', '2024-03-02'],
    ]);
  });

  it('keeps every row when numbers repeat: by category where numbers restart, else with a suffix', async () => {
    const restart = '编号,类别,案由\n1,水利,修水库\n1,教育,建学校\n2,水利,修渠道\n';
    expect(ids(await read({ '2020提案.csv': restart }))).toEqual([
      '政协-2020-水利-1',
      '政协-2020-教育-1',
      '政协-2020-水利-2',
    ]);
    const repeated = '编号,案由\n1,修水库\n1,建学校\n1,建学校\n';
    expect(ids(await read({ '2020提案.csv': repeated }))).toEqual([
      '政协-2020-1',
      '政协-2020-1-2',
      '政协-2020-1-3',
    ]);
  });

  it('rejects totals, repeated headers, remarks and unreadable cells with their place, and loses nothing', async () => {
    const csv =
      '编号,案由,答复日期,是否重点\n1,修水库,下周,是\n编号,案由,答复日期,是否重点\n2,建学校,2024-05-06,大概\n合计,2,,\n备注：以上为初稿,,,\n';
    const { rows, balance } = await read({ '2024提案.csv': csv });
    expect(rows.rejects.map((r) => [r.scope, r.row, r.column, r.value, r.reason])).toEqual([
      ['row', 3, null, '编号 | 案由 | 答复日期 | 是否重点', '重复的表头'],
      ['row', 5, null, '合计 | 2', '合计行，不是提案'],
      ['row', 6, null, '备注：以上为初稿', '只有一个单元格有内容，可能是备注'],
      ['cell', 2, '答复日期', '下周', '不是可以识别的日期'],
      ['cell', 4, '是否重点', '大概', '看不出是“是”还是“否”'],
    ]);
    expect(balance).toMatchObject({ rows: 5, rows_opened: 2, rows_rejected: 3, cells_rejected: 2 });
  });

  it('reads .xls, GB18030 and JSONL alike', async () => {
    const rows = [
      ['编号', '案由'],
      [1, '修水库'],
    ];
    const result = await read({
      'a/2021提案.xls': workbook({ Sheet1: { rows } }, 'biff8'),
      'b/2022提案.csv': GB18030_SAMPLE,
      'c.jsonl': '{"id":"x-1","title":"建学校","text":"正文","asked_at":"2019-04-24T16:03:40"}\n',
    });
    expect(ids(result)[0]).toBe('政协-2021-1');
    expect(ids(result)).toContain('x-1');
    expect(result.rows.proposals.find((p) => p.proposal_id === 'x-1')).toMatchObject({
      year: 2019,
      submitted_on: '2019-04-24',
      source_row: 1,
    });
    expect(result.rows.proposals.filter((p) => p.source_file === 'b/2022提案.csv')).toHaveLength(2);
  });

  it('reports unknown columns and keeps their cells; jianyan.yaml can name columns, body and year', async () => {
    const files = { 'x/名单.csv': '反映事项,督查员,评分\n修水库,张某,5\n' };
    await expect(read(files)).rejects.toThrow(
      /没有找到标题列（看到的列名：反映事项、督查员、评分）.*jianyan\.yaml/,
    );
    const config: Config = {
      columns: { title: ['反映事项'], proposer: ['督查员'] },
      files: [{ match: '名单', body: '人大', year: 2022 }],
    };
    const { rows, unknownColumns } = await read(files, config);
    expect(rows.proposals[0]).toMatchObject({ title: '修水库', body: '人大', year: 2022, proposer: '张某' });
    expect(rows.extras.map((e) => [e.column, e.value])).toEqual([['评分', '5']]);
    expect(unknownColumns).toEqual(['x/名单.csv：评分']);
  });

  it('resolves 并案 to the proposal it went into', async () => {
    const { rows } = await read({ '2024提案.csv': '编号,案由,并入案号\n1,修水库,\n2,修大水库,第001号\n' });
    expect(rows.proposals.map((p) => [p.filed, p.merged_into])).toEqual([
      [null, null],
      ['并案', '政协-2024-1'],
    ]);
  });

  it('takes Windows line ends and folders with Chinese names', async () => {
    const { rows } = await read({
      '二〇二四年 台账/政协提案 2024.csv': '\uFEFF编号,案由\r\n1,"修\r\n水库"\r\n',
    });
    expect(rows.proposals.map((p) => [p.title, p.source_file])).toEqual([
      ['修水库', '二〇二四年 台账/政协提案 2024.csv'],
    ]);
  });
});

describe('documents', () => {
  it('go to their ledger row by number and title, or become proposals of their own', async () => {
    const { rows, balance } = await read({
      '2024政协提案.csv': '案号,案由\n1,关于修水库的提案\n2,关于建学校的提案\n3,关于修路的提案\n',
      '文本/第002号.txt': '关于建学校的提案\n\n一、问题\n校舍陈旧。\n二、建议\n新建校舍。\n',
      '文本/修水库.txt': '关于修水库的提案\n水库年久失修，请尽快加固。\n',
      '文本/另一件.txt': '关于开通公交的提案\n小区出行不便，请开通公交。\n',
    });
    expect(rows.proposals.map((p) => [p.proposal_id, p.text?.slice(0, 6) ?? null])).toEqual([
      ['政协-2024-1', '水库年久失修'],
      ['政协-2024-2', '一、问题\n校'],
      ['政协-2024-3', null],
      [expect.stringMatching(/^政协-无号/), '小区出行不便'],
    ]);
    expect(rows.proposals[1]).toMatchObject({ problem: '校舍陈旧。', suggestion: '新建校舍。' });
    expect(balance).toMatchObject({ documents: 3, documents_matched: 2, documents_alone: 1, proposals: 4 });
  });

  it('that cannot be read are rejected by name, and the others still count', async () => {
    const { rows, balance } = await read({
      '2024提案.csv': '案号,案由\n1,修水库\n',
      '坏.docx': 'not a zip',
      '空.txt': '',
      '图.pdf': '%PDF-1.4 broken',
      '照片.jpg': 'x',
    });
    expect(rows.rejects.map((r) => [r.scope, r.file])).toEqual([
      ['file', '图.pdf'],
      ['file', '坏.docx'],
      ['file', '照片.jpg'],
      ['file', '空.txt'],
    ]);
    expect(balance).toMatchObject({ files: 5, files_rejected: 4, documents: 3, documents_rejected: 3 });
  });
});

describe('input that cannot be used', () => {
  it.each<[string, Record<string, string | Uint8Array>, RegExp]>([
    ['an empty folder', {}, /文件夹是空的.*请放入/],
    ['nothing but pictures', { 'a.jpg': 'x' }, /没有可以读取的文件（只有 a\.jpg）/],
    [
      'an xlsx that is HTML',
      { 'a.xlsx': '<html><table><tr><td>案由</td></tr></table></html>' },
      /a\.xlsx：.*网页.*另存为 \.xlsx/,
    ],
    [
      'a truncated xlsx',
      {
        'a.xlsx': workbook({
          s: {
            rows: [
              ['编号', '案由'],
              [1, '修水库'],
            ],
          },
        }).subarray(0, 900),
      },
      /a\.xlsx：.*损坏/,
    ],
    ['an empty file', { 'a.xlsx': '' }, /a\.xlsx：.*0 字节/],
    ['a Big5 CSV', { 'a.csv': BIG5_SAMPLE }, /a\.csv：.*Big5/],
    [
      'a header without a title',
      { 'a.csv': '编号,承办单位\n1,水利局\n' },
      /a\.csv：没有找到标题列（看到的列名：编号、承办单位）/,
    ],
    ['a broken JSONL line', { 'a.jsonl': '{"title":"a"}\n{oops\n' }, /a\.jsonl 第 2 行：不是一个 JSON 对象/],
    [
      'several bad files',
      { 'a.csv': '编号,承办单位\n1,x\n', 'b.xlsx': '' },
      /有 2 个文件无法读取[\s\S]*a\.csv[\s\S]*b\.xlsx/,
    ],
  ])('%s is named, with the remedy', async (_, files, message) => {
    await expect(read(files)).rejects.toThrow(message);
  });

  it('a path that does not exist', async () => {
    await expect(ingest({ input: '没有这个', folder: null, config: {} }, silentProgress)).rejects.toThrow(
      /路径不存在/,
    );
  });
});

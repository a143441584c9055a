import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { read, utils } from '@e965/xlsx';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { readReviews } from '../../pipeline/review/read-reviews.ts';
import { ROOT } from '../../pipeline/root.ts';
import { openapi } from '../../pipeline/serve/openapi.ts';
import { OPERATIONS } from '../../pipeline/serve/operations.ts';
import { CLI, jianyan } from '../e2e/jianyan.ts';
import { emptyFolder } from '../folder.ts';
import { makeWorkspace, plainTagger, send, start, upload } from './start.ts';

const TEXT = '一、存在问题\n东圩大堤去年汛期出现三处管涌，险段仍未整治。\n二、建议\n请尽快加固大堤。';
const NEW = { title: '关于东圩大堤险段的建议', text: TEXT };

/** The run that all tests read; each makes its own copy of nothing but decisions and queue. */
let base = '';
let run = '';
beforeAll(async () => {
  base = mkdtempSync(join(tmpdir(), 'jianyan-'));
  run = join(await makeWorkspace(base), '结果');
});
afterAll(() => rmSync(base, { recursive: true, force: true }));

/** A service over an empty workspace and that run. */
async function service(options: Parameters<typeof start>[1] = {}) {
  const folder = join(emptyFolder(), '工作区');
  await jianyan('init', folder);
  const served = await start(folder, { run, ...options });
  return { folder, served, url: (path: string) => new URL(path, served.url).href };
}

const get = async (url: string) => {
  const response = await fetch(url);
  return { status: response.status, body: await response.json() };
};

describe('the API', () => {
  it('answers every operation as the OpenAPI document says, and no other', async () => {
    const { url } = await service();
    const { body: added } = await send(url('/api/queue'), NEW);
    const id = encodeURIComponent(added.results[0].items[0].id);
    const requests: Record<string, () => Promise<{ status: number; body: unknown }>> = {
      'post /api/tag': () => send(url('/api/tag'), NEW),
      'get /api/similar': () => get(url(`/api/similar?id=${id}`)),
      'get /api/queue': () => get(url('/api/queue')),
      'post /api/queue': () => send(url('/api/queue'), NEW),
      'get /api/queue/:id': () => get(url(`/api/queue/${id}`)),
      'post /api/reviews': () => send(url('/api/reviews'), { id: decodeURIComponent(id), topic: 'water' }),
      'get /api/search': () => get(url('/api/search?q=大堤')),
      'get /api/case/:id': () => get(url('/api/case/政协-2024-1')),
      'get /api/topics': () => get(url('/api/topics')),
      'get /api/departments': () => get(url('/api/departments')),
      'get /api/agreement': () => get(url('/api/agreement')),
      'get /api/health': () => get(url('/api/health')),
      'get /api/openapi.json': () => get(url('/api/openapi.json')),
      'get /api/export.xlsx': async () => {
        const { status, headers } = await fetch(url('/api/export.xlsx'));
        return { status, body: headers.get('content-type') };
      },
      'delete /api/queue/:id': () => send(url(`/api/queue/${id}`), {}, 'DELETE'),
    };
    expect(Object.keys(requests).sort()).toEqual(OPERATIONS.map((o) => `${o.method} ${o.path}`).sort());
    for (const [name, request] of Object.entries(requests)) {
      const { status, body } = await request();
      const operation = OPERATIONS.find((o) => `${o.method} ${o.path}` === name);
      expect([name, status]).toEqual([name, 200]);
      if (typeof operation?.answer === 'object') operation.answer.parse(body);
      else if (name.endsWith('.xlsx')) expect(body).toBe(operation?.answer);
      const path = operation?.path.replace(/:(\w+)/g, '{$1}') ?? '';
      expect(Object.keys(openapi().paths[path] ?? {})).toContain(operation?.method);
    }
    expect((await get(url('/api/none'))).body).toEqual({ error: '没有这个地址' });
    expect((await get(url('/api/openapi.json'))).body).toEqual(JSON.parse(JSON.stringify(openapi())));
  });

  it('has a route for each operation of the document, and the other way round', () => {
    const sources = ['add-queue.ts', 'add-lookups.ts'].map((name) =>
      readFileSync(join(ROOT, 'pipeline', 'serve', name), 'utf8'),
    );
    const routes = [...sources.join('').matchAll(/app\.(get|post|delete)\('([^']+)'/g)].map(
      ([, method, path]) => `${method} ${path}`,
    );
    expect(routes.sort()).toEqual(OPERATIONS.map((o) => `${o.method} ${o.path}`).sort());
  });

  it('tags one text: topics, departments, parts, and where the deciding words stand', async () => {
    const { url } = await service();
    const { body } = await send(url('/api/tag'), { id: '7', ...NEW });
    expect(body).toMatchObject({
      id: '7',
      topic: 'water',
      review: false,
      similar: [{ relation: 'same' }, {}],
    });
    expect(body.sections.suggestion).toBe('请尽快加固大堤。');
    const words = body.marks.map((m: { field: string; start: number; end: number; kind: string }) => {
      const source = m.field in body.sections ? body.sections[m.field] : body[m.field];
      return [m.field, m.kind, source.slice(m.start, m.end)];
    });
    expect(words).toContainEqual(['title', 'topic', '大堤']);
    expect(words).toContainEqual(['problem', 'duty', '险段']);
    expect(words).toContainEqual(['text', 'topic', '大堤']);
    expect((await get(url('/api/queue?source=new'))).body.items).toEqual([]);
  });

  it('tags several files at once; one that cannot be read does not stop the others', async () => {
    const { url } = await service();
    const files = {
      '甲.txt': `关于修路的提案\n${TEXT}`,
      '坏.docx': '不是 Word',
      '../../etc/单.csv': '案由,内容\n关于甲的提案,内容甲\n关于乙的提案,内容乙\n',
      '丙.pdf': readFileSync(new URL('../ingest/files/proposal.pdf', import.meta.url)),
      '丁.doc': readFileSync(new URL('../ingest/files/proposal.doc', import.meta.url)),
    };
    const { status, body } = await upload(url('/api/tag'), files);
    const [a, bad, list, pdf, doc] = body.results;
    expect([status, a.error, a.items[0].title]).toEqual([200, null, '关于修路的提案']);
    expect([bad.items, bad.error]).toEqual([[], expect.stringMatching(/^坏\.docx：.*；请/)]);
    expect([list.file, list.items.map((i: { title: string }) => i.title)]).toEqual([
      '单.csv',
      ['关于甲的提案', '关于乙的提案'],
    ]);
    expect([pdf.items[0].title, doc.items[0].title]).toEqual([
      '关于加固白渡河堤防的提案',
      '关于增设乡镇公交站台的提案',
    ]);
  });

  it('shows the similar cases with their answers and the passages in common', async () => {
    const { url } = await service();
    const { body } = await get(url(`/api/similar?title=甲&text=${encodeURIComponent(TEXT)}`));
    expect(body.similar).toHaveLength(1);
    const [found] = body.similar;
    expect(found).toMatchObject({ proposal_id: '政协-2024-1', departments: '水利局', outcome: 'solved' });
    expect(found.handlings[0].reply_text).toContain('年内完工');
    const [start, end] = found.passages.there[0];
    expect(found.text.slice(start, end)).toBe('东圩大堤去年汛期出现三处管涌，');
    const [from, to] = found.passages.here[0];
    expect(TEXT.slice(from, to)).toBe('东圩大堤去年汛期出现三处管涌，');
  });

  it('searches texts, departments and people, and takes SQL and wildcards as text', async () => {
    const { url } = await service();
    const ids = async (q: string) =>
      (await get(url(`/api/search?q=${encodeURIComponent(q)}`))).body.hits.map(
        (h: { proposal_id: string }) => h.proposal_id,
      );
    expect(await ids('管涌')).toEqual(['政协-2024-1']);
    expect(await ids('交通运输局 李四')).toEqual(['政协-2024-2']);
    expect(await ids("' or 1=1 --")).toEqual([]);
    expect(await ids('%')).toEqual([]);
    expect(await ids('')).toEqual([]);
  });

  it('says what is wrong with a request, in Chinese, without a stack', async () => {
    const { url } = await service();
    const wrong: [number, RegExp, Promise<{ status: number; body: { error?: string } }>][] = [
      [400, /title/, send(url('/api/tag'), { text: 'x' })],
      [400, /没有收到文件/, upload(url('/api/tag'), {})],
      [400, /标题和正文都是空的/, send(url('/api/queue'), { title: ' ' })],
      [400, /主题词表里没有“水力”/, send(url('/api/reviews'), { id: '政协-2024-1', topic: '水力' })],
      [404, /没有这件/, send(url('/api/reviews'), { id: '无', topic: 'water' })],
      [404, /没有这件/, get(url('/api/queue/无'))],
      [404, /历年案件里没有/, get(url('/api/case/无'))],
      [400, /没有“2026-W60”这一周/, get(url('/api/export.xlsx?week=2026-W60'))],
    ];
    for (const [status, message, request] of wrong) {
      const answer = await request;
      expect([answer.status, answer.body.error]).toEqual([status, expect.stringMatching(message)]);
    }
    const plain = await fetch(url('/api/tag'), { method: 'POST', body: '{"title":"x"}' });
    expect(plain.status).toBe(415);
  });

  it('logs no proposal text when it fails', async () => {
    const written: string[] = [];
    const spy = vi.spyOn(process.stderr, 'write').mockImplementation((chunk) => {
      written.push(String(chunk));
      return true;
    });
    const tagger = async ({ title }: { title: string }) => {
      throw new Error(`cannot tag ${title}`);
    };
    const { url } = await service({ tagger });
    const { status, body } = await send(url('/api/tag'), { title: '关于某某私事的提案' });
    spy.mockRestore();
    expect([status, body.error]).toEqual([500, '程序出错，没有保存；详情见启动窗口']);
    expect(written.join('')).toMatch(/程序出错：POST \/api\/tag Error\n\s+at /);
    expect(written.join('')).not.toContain('私事');
  });
});

describe('the queue', () => {
  it('puts the least certain first and what is decided last, and outlives a restart', async () => {
    const { url, served, folder } = await service();
    for (const title of ['甲', '疑乙', '丙']) await send(url('/api/queue'), { title, text: title });
    await send(url('/api/queue'), { title: '甲', text: '甲' });
    const { body } = await get(url('/api/queue?source=new'));
    expect(body.week).toBe('2026-W48');
    expect(body.items.map((i: { title: string }) => i.title)[0]).toBe('疑乙');
    expect(body.items).toHaveLength(3);
    const [first] = body.items;
    await send(url('/api/reviews'), { id: first.id, topic: 'water', lead: '水利局' });
    await served.close();
    const again = await start(folder, { run });
    const { items, waiting } = (await get(new URL('/api/queue?source=new', again.url).href)).body;
    expect([items.length, waiting.new, items.at(-1).title, items.at(-1).decision.lead]).toEqual([
      3,
      2,
      '疑乙',
      '水利局',
    ]);
  });

  it('shows what came in the same week and should be merged, as text on the sheet too', async () => {
    const { url } = await service();
    const text =
      '26路公交末班车八点四十就收车，高新区电子厂晚班工人九点半下班，只好骑车走没有路灯的环湖路。建议末班车延长到十点。';
    const { body } = await send(url('/api/queue'), { title: '关于延长26路公交末班车时间的提案', text });
    await send(url('/api/queue'), { title: '请延长26路公交末班车', text: `${text}此事已反映多次。` });
    await send(url('/api/queue'), {
      title: '关于推广耕地轮作的提案',
      text: '稻田连作多年，土壤板结，建议推广轮作。',
    });
    const { similar } = (await get(url(`/api/queue/${encodeURIComponent(body.results[0].items[0].id)}`)))
      .body;
    expect(similar.map((s: { title: string; this_week: boolean }) => [s.title, s.this_week])).toEqual([
      ['请延长26路公交末班车', true],
      ['关于加固东圩大堤的提案', false],
    ]);
    expect(similar[0].passages.here[0]).toEqual([0, text.length]);
    const bytes = await (await fetch(url('/api/export.xlsx'))).arrayBuffer();
    const rows = utils.sheet_to_json<string[]>(read(new Uint8Array(bytes)).Sheets.分办单 ?? {}, {
      header: 1,
    });
    expect(rows[2]?.[9]).toMatch(
      /^本周来件“请延长26路公交末班车”（文字相同，\d+%）；政协-2024-1（同一事项，90%）$/,
    );
  });

  it('lists what the run left to a person until somebody decides', async () => {
    const { url } = await service();
    const { body } = await get(url('/api/queue?source=run'));
    const flagged = body.items.map((i: { id: string }) => i.id);
    expect(flagged.length).toBe(body.waiting.run);
    await send(url('/api/reviews'), { id: '政协-2024-1', topic: '水利' });
    const after = (await get(url('/api/queue?source=run'))).body.items.map((i: { id: string }) => i.id);
    expect(after).toEqual(flagged.filter((id: string) => id !== '政协-2024-1'));
  });
});

describe('decisions', () => {
  it('are kept with what was shown, and as accepted only when all of it was taken', async () => {
    const { url, folder } = await service();
    const { body } = await send(url('/api/queue'), NEW);
    const { id } = body.results[0].items[0];
    const choices = [
      { topic: 'water', lead: '水利局', co: ['财政局'] },
      { topic: 'water', lead: '水利局', co: [] },
      {
        topic: '生态环境',
        subtopic: '水污染防治',
        lead: '生态环境局',
        co: [],
        note: '=1+1',
        reviewer: '王科员',
      },
    ];
    for (const choice of choices)
      expect((await send(url('/api/reviews'), { id, ...choice })).status).toBe(200);
    const { reviews } = readReviews(join(folder, 'reviews.csv'));
    expect(reviews.map((r) => r.decision)).toEqual(['采纳', '改正', '改正']);
    expect(reviews[2]).toMatchObject({
      decided_at: '2026-11-25 09:30:00',
      reviewer: '王科员',
      title: NEW.title,
      machine_topic: '水利',
      machine_topic_score: '0.9',
      machine_lead: '水利局',
      machine_co: '财政局',
      machine_review: '否',
      topic: '生态环境',
      lead: '生态环境局',
      note: '=1+1',
    });
    expect(readFileSync(join(folder, 'reviews.csv'), 'utf8')).toContain(",'=1+1,");
    const rows = (await get(url('/api/agreement'))).body.rows;
    expect(rows).toMatchObject([{ period: '2026-11', topic: 'environment', with_topic: 1, topic_agreed: 0 }]);
  });

  it('about a case that the run has seen handled count for its topic only', async () => {
    const { url, folder } = await service();
    await send(url('/api/reviews'), { id: '政协-2024-1', topic: 'water', lead: '水利局' });
    await send(url('/api/reviews'), { id: '政协-2024-2', topic: 'water', lead: '水利局' });
    const { reviews } = readReviews(join(folder, 'reviews.csv'));
    expect(reviews.map((r) => [r.machine_topic, r.machine_lead, r.decision])).toEqual([
      ['水利', '', '采纳'],
      ['水利', '', '改正'],
    ]);
    const { rows } = (await get(url('/api/agreement'))).body;
    expect(rows).toMatchObject([{ reviews: 2, with_topic: 2, with_lead: 0 }]);
  });

  it('lose none of 200 that two services and many tabs save at once', async () => {
    const { url, folder } = await service();
    const other = await start(folder, { run });
    const { body } = await send(url('/api/queue'), NEW);
    const { id } = body.results[0].items[0];
    const sent = Array.from({ length: 200 }, (_, i) =>
      send(i % 2 ? url('/api/reviews') : new URL('/api/reviews', other.url).href, {
        id,
        topic: 'water',
        note: `第${i}条`,
      }),
    );
    expect((await Promise.all(sent)).map((a) => a.status)).toEqual(sent.map(() => 200));
    const notes = readReviews(join(folder, 'reviews.csv')).reviews.map((r) => r.note);
    expect(notes.sort()).toEqual(Array.from({ length: 200 }, (_, i) => `第${i}条`).sort());
  });

  it('that were confirmed are there after kill -9 in the middle of saving', async () => {
    const folder = join(emptyFolder(), '工作区');
    await jianyan('init', folder);
    const open = async () => {
      const child = spawn(process.execPath, [CLI, 'serve', folder, '--run', run, '--port', '0']);
      const url = await new Promise<string>((resolve) =>
        child.stdout.on('data', (chunk) => resolve(String(chunk).trim())),
      );
      return { child, url: (path: string) => new URL(path, url).href };
    };
    const first = await open();
    const saved: string[] = [];
    const save = async (note: string) => {
      await send(first.url('/api/reviews'), { id: '政协-2024-1', topic: 'water', note });
      saved.push(note);
      if (saved.length === 40) first.child.kill('SIGKILL');
    };
    await Promise.allSettled(Array.from({ length: 200 }, (_, i) => save(`第${i}条`)));
    expect(saved.length).toBeGreaterThanOrEqual(40);
    const second = await open();
    await send(second.url('/api/reviews'), { id: '政协-2024-2', topic: 'water', note: '之后' });
    second.child.kill('SIGKILL');
    const notes = readReviews(join(folder, 'reviews.csv')).reviews.map((r) => r.note);
    expect(notes).toEqual(expect.arrayContaining([...saved, '之后']));
  });

  it('feed train, and win in the next run', async () => {
    const folder = await makeWorkspace(emptyFolder());
    const { url: address } = await start(folder, { run });
    const url = (path: string) => new URL(path, address).href;
    const topics = ['水利', '教育'];
    for (let i = 0; i < 8; i++) {
      const title = i % 2 ? `关于新建第${i}小学的提案` : `关于修建第${i}水库的提案`;
      const { body } = await send(url('/api/queue'), { title, text: title.repeat(3) });
      await send(url('/api/reviews'), { id: body.results[0].items[0].id, topic: topics[i % 2] });
    }
    const out = join(folder, '模型.json');
    const reviews = join(folder, 'reviews.csv');
    const trained = await jianyan('train', reviews, '--target', 'topic', '--label', '人工主题', '--out', out);
    expect([trained.code, trained.stderr]).toEqual([0, expect.stringContaining('8 条，2 种标签')]);
    await send(url('/api/reviews'), { id: '政协-2024-2', topic: 'education' });
    const again = await jianyan('run', folder, '--out', join(folder, '再次'));
    expect([again.code, again.stderr]).toEqual([0, expect.stringContaining('8 条人工决定没有对上')]);
    const sheet = read(readFileSync(join(folder, '再次', 'tables.xlsx'))).Sheets.提案总表;
    const row = utils
      .sheet_to_json<Record<string, unknown>>(sheet ?? {})
      .find((r) => r.案件标识 === '政协-2024-2');
    expect(row).toMatchObject({ 主题: '教育', 主题得分: 1, 主题需人工复核: '否' });
  });
});

describe('the routing sheet', () => {
  it('has the columns of offices, marks what nobody decided, and holds no formula', async () => {
    const { url } = await service();
    const { body } = await send(url('/api/queue'), { title: '=HYPERLINK("http://x")', text: TEXT });
    await send(url('/api/queue'), { title: '疑乙', text: '乙' });
    const { id } = body.results[0].items[0];
    await send(url('/api/reviews'), { id, topic: 'water', lead: '水利局', co: ['财政局'], note: '+86' });
    const bytes = await (await fetch(url('/api/export.xlsx'))).arrayBuffer();
    const sheet = read(new Uint8Array(bytes), { cellFormula: true }).Sheets.分办单 ?? {};
    const [title, header, ...rows] = utils.sheet_to_json<string[]>(sheet, { header: 1, defval: '' });
    expect(title?.[0]).toBe('提案建议分办单（2026-11-23 至 2026-11-29）');
    expect(header?.join(' ')).toBe(
      '序号 编号 案由 提案人 主题 主办单位 会办单位 交办时间 答复期限 相似/并案情况 理由 备注',
    );
    expect(rows).toHaveLength(2);
    expect(rows[0]).toMatchObject([
      1,
      '',
      `'=HYPERLINK("http://x")`,
      '',
      '水利',
      '水利局',
      '财政局',
      '2026-11-25',
      expect.any(String),
      '政协-2024-1（同一事项，90%）',
      '职责：堤防建设、险段整治',
      "'+86",
    ]);
    expect(rows[1]?.slice(4, 8)).toEqual([
      '水利（机器建议）',
      '水利局（机器建议）',
      '财政局（机器建议）',
      '',
    ]);
    expect(rows[1]?.at(-1)).toBe('待人工确定；机器把握不足');
    expect(Object.values(sheet).some((cell) => typeof cell === 'object' && 'f' in cell)).toBe(false);
  });
});

describe('serve without a run', () => {
  it('says when its port is taken', async () => {
    const { served, folder } = await service();
    const port = Number(new URL(served.url).port);
    await expect(start(folder, { port })).rejects.toThrow(/已被其他程序占用；请换一个 --port/);
  });

  it('still tags, and says what is missing', async () => {
    const folder = join(emptyFolder(), '工作区');
    await jianyan('init', folder);
    const served = await start(folder, { tagger: plainTagger });
    expect(served.notices.join()).toContain('没有找到运行结果');
    expect((await send(new URL('/api/tag', served.url).href, NEW)).body.topic).toBe('water');
    expect((await get(new URL('/api/search?q=大堤', served.url).href)).body).toEqual({ total: 0, hits: [] });
    expect((await fetch(new URL('/dashboard', served.url))).status).toBe(404);
  });
});

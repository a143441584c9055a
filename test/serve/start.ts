import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { silentProgress } from '../../pipeline/progress.ts';
import { run } from '../../pipeline/run.ts';
import { type Served, type ServeOptions, serve } from '../../pipeline/serve/serve.ts';
import type { Tagger } from '../../pipeline/tag.ts';

/** Says the same of everything; a title with 疑 is left to a person. */
export const plainTagger: Tagger = async ({ id, title }) => ({
  id,
  title,
  topic: 'water',
  topics: [
    { id: 'water', name: '水利', score: title.includes('疑') ? 0.3 : 0.9 },
    { id: 'environment', name: '生态环境', score: 0.05 },
    { id: 'transport', name: '交通运输', score: 0.02 },
  ],
  departments: [
    { name: '水利局', role: 'lead', score: 0.8, reason: '职责：堤防建设、险段整治' },
    { name: '财政局', role: 'co', score: 0.5, reason: '资金' },
  ],
  similar: [
    { proposal_id: '政协-2024-1', relation: 'same', score: 0.9, outcome: 'solved' },
    { proposal_id: '已不在', relation: 'kin', score: 0.2, outcome: null },
  ],
  review: title.includes('疑'),
  why: ['大堤'],
});

const LEDGER = `编号,案由,内容,提案人,主办单位,会办单位,交办时间,答复时间,办理结果,答复内容
1,关于加固东圩大堤的提案,东圩大堤去年汛期出现三处管涌，请尽快加固。,张三,市水务局,财政局,2024-03-01,2024-05-20,解决采纳,已列入除险加固计划，年内完工。
2,关于延长末班车时间的提案,末班车太早。,李四,交通运输局,,2024-03-01,2024-06-20,列入计划,
`;

/** A workspace of two proposals in `folder`, with its run beside the input. */
export async function makeWorkspace(folder: string): Promise<string> {
  const workspace = join(folder, '工作区');
  mkdirSync(join(workspace, 'input'), { recursive: true });
  writeFileSync(join(workspace, 'jianyan.yaml'), 'name: 临澜市\nnotice: 示例数据\n');
  writeFileSync(join(workspace, 'input', '2024政协提案.csv'), LEDGER);
  await run(workspace, join(workspace, '结果'), silentProgress);
  return workspace;
}

/** A service on a free port that is closed when the test ends. */
export async function start(folder: string, options: Partial<ServeOptions> = {}): Promise<Served> {
  const served = await serve({
    folder,
    run: null,
    host: '127.0.0.1',
    port: 0,
    token: null,
    parseSeconds: 20,
    now: () => new Date(2026, 10, 25, 9, 30),
    tagger: plainTagger,
    ...options,
  });
  onTestFinished(() => served.close());
  return served;
}

/** A JSON request as a program sends it. */
export async function send(url: string, body: object, method = 'POST') {
  const headers = { 'Content-Type': 'application/json' };
  const response = await fetch(url, { method, headers, body: JSON.stringify(body) });
  return { status: response.status, body: await response.json() };
}

/** Files as a form sends them. */
export async function upload(url: string, files: Record<string, Uint8Array | string>) {
  const form = new FormData();
  for (const [name, content] of Object.entries(files))
    form.append('files', new File([typeof content === 'string' ? content : Uint8Array.from(content)], name));
  const response = await fetch(url, { method: 'POST', body: form });
  return { status: response.status, body: await response.json() };
}

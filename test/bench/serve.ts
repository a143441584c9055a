import { once } from 'node:events';
import { createWriteStream, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pick, random } from '../../data/sample/make/random.ts';
import { readWritten, SAMPLE } from '../../data/sample/make/written.ts';
import { terminalProgress } from '../../pipeline/progress.ts';
import { run } from '../../pipeline/run.ts';
import { serve } from '../../pipeline/serve/serve.ts';
import { type Section, table } from './section.ts';

const EARLIER = 100_000;
const ROUNDS = 12;

/** How long `POST /api/tag` takes for one proposal over a run of 100,000 earlier ones, warm. */
export async function serving(earlier = EARLIER): Promise<Section> {
  const folder = mkdtempSync(join(tmpdir(), 'jianyan-bench-'));
  try {
    const out = join(folder, 'out');
    const start = performance.now();
    await run(await ledger(folder, earlier), out, terminalProgress());
    const built = (performance.now() - start) / 1000;
    const { tagging, searching, similar, asked } = await measure(out);
    return {
      title: 'The 分办台',
      text: [
        `Milliseconds from \`POST /api/tag\` to its answer, one after another, ${tagging.length} requests with the new proposals of the sample city over a run of ${earlier.toLocaleString('en')} proposals (made of the sample's sentences and places, in ${built.toFixed(0)} s).`,
        table(
          ['', 'median', '90 %', '99 %'],
          [
            ['one proposal', ...shares(tagging)],
            ['a search for two characters', ...shares(searching)],
          ],
        ),
        `Similar cases were found for ${similar} of ${asked} proposals.`,
      ],
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Median, 90th and 99th percentile. */
function shares(times: readonly number[]): string[] {
  const sorted = [...times].sort((a, b) => a - b);
  return [0.5, 0.9, 0.99].map((share) =>
    (sorted[Math.ceil(share * sorted.length) - 1] ?? Number.NaN).toFixed(1),
  );
}

/** Texts of sentences from several written ones, with a place of their own: alike, but no copies. */
async function ledger(folder: string, size: number): Promise<string> {
  const written = readWritten();
  const sentences = written.flatMap((w) => w.text.split(/(?<=。)/));
  const file = join(folder, '历年政协提案.csv');
  const stream = createWriteStream(file);
  stream.write('编号,年度,案由,内容,主办单位,交办日期,答复日期,办理结果\n');
  for (let i = 0; i < size; i++) {
    const next = random('serve', i);
    const base = pick(written, next);
    const place = `${pick(PLACES, next)}${pick(PLACES, next)}${pick(['镇', '乡', '街道', '村'], next)}`;
    const own = base.text.split(/(?<=。)/).slice(0, 1);
    const text = [place, ...own, ...Array.from({ length: 4 }, () => pick(sentences, next))].join('');
    const year = 2005 + (i % 20);
    const cells = [i + 1, year, `${place}${base.title}`, `"${text.replaceAll('"', '""')}"`, base.lead];
    const line = `${cells.join(',')},${year}-03-01,${year}-05-${10 + (i % 20)},解决采纳\n`;
    if (!stream.write(line)) await once(stream, 'drain');
  }
  stream.end();
  await once(stream, 'close');
  return file;
}

const PLACES = '安柏长东丰高河湖金兰莲龙梅南平青清仁瑞三上石松太天万文西溪新兴秀阳永云竹'.split('');

async function measure(
  out: string,
): Promise<{ tagging: number[]; searching: number[]; similar: number; asked: number }> {
  const served = await serve({
    ...{ folder: out, run: null, host: '127.0.0.1', port: 0, token: null, parseSeconds: 20 },
    now: () => new Date(),
  });
  try {
    const url = new URL('/api/tag', served.url);
    const lines = readFileSync(join(SAMPLE, 'texts', 'new', '2025.jsonl'), 'utf8')
      .trim()
      .split('\n');
    const texts = lines.map((line): { title: string; text: string } => JSON.parse(line));
    const tagging: number[] = [];
    const searching: number[] = [];
    let similar = 0;
    for (let round = -1; round < ROUNDS; round++) {
      for (const { title, text } of texts) {
        const start = performance.now();
        const answer = await ask(url, title, text);
        // The first round warms up.
        if (round >= 0) tagging.push(performance.now() - start);
        else if (answer.similar.length > 0) similar += 1;
      }
    }
    for (const { title } of texts) {
      const start = performance.now();
      await (
        await fetch(new URL(`/api/search?q=${encodeURIComponent(title.slice(-4, -2))}`, served.url))
      ).text();
      searching.push(performance.now() - start);
    }
    return { tagging, searching, similar, asked: texts.length };
  } finally {
    await served.close();
  }
}

async function ask(url: URL, title: string, text: string): Promise<{ similar: unknown[] }> {
  const headers = { 'Content-Type': 'application/json' };
  const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify({ title, text }) });
  return response.json();
}

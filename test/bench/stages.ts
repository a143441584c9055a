import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readWritten } from '../../data/sample/make/written.ts';
import type { Progress } from '../../pipeline/progress.ts';
import { run } from '../../pipeline/run.ts';
import { type Section, table } from './section.ts';

const SIZES = [1_000, 10_000, 30_000];

/** Documents per second of each stage of `jianyan run`, and whether the cost grows in proportion. */
export async function stages(): Promise<Section> {
  const folder = mkdtempSync(join(tmpdir(), 'jianyan-bench-'));
  try {
    await timed(ledger(folder, 500), join(folder, 'out'));
    const runs: Map<string, number>[] = [];
    for (const size of SIZES) runs.push(await timed(ledger(folder, size), join(folder, 'out')));
    const names = [...(runs[0]?.keys() ?? [])];
    const rate = (seconds: number | undefined, i: number) =>
      Math.round((SIZES[i] ?? 0) / (seconds ?? Number.NaN)).toLocaleString('en');
    const rows = names.map((name) => [name, ...runs.map((run, i) => rate(run.get(name), i))]);
    const whole = runs.map((run) => [...run.values()].reduce((a, b) => a + b, 0));
    rows.push(['整批', ...whole.map((seconds, i) => rate(seconds, i))]);
    const growth = (whole[2] ?? Number.NaN) / (whole[0] ?? Number.NaN);
    return {
      title: 'Stages of `jianyan run`',
      text: [
        'Documents per second, one process. Input: one .csv ledger in which the texts of the sample city repeat, each title with a number of its own, with department, dates, outcome and rating.',
        table(['stage', ...SIZES.map((n) => `${n.toLocaleString('en')} documents`)], rows),
        `30 times the documents take ${growth.toFixed(1)} times the time.`,
      ],
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function ledger(folder: string, size: number): string {
  const written = readWritten();
  const lines = ['编号,年度,案由,内容,主办单位,交办日期,答复日期,办理结果,委员评价'];
  for (let i = 0; i < size; i++) {
    const w = written[i % written.length];
    if (!w) continue;
    const text = w.text.replaceAll('"', '""');
    lines.push(
      `${i + 1},${w.year},${w.title}（${i}）,"${text}",${w.lead},${w.year}-03-01,${w.year}-05-${10 + (i % 20)},解决采纳,满意`,
    );
  }
  const file = join(folder, `${size}条政协提案.csv`);
  writeFileSync(file, lines.join('\n'));
  return file;
}

/** Seconds of each stage, by its name as users see it. */
async function timed(input: string, out: string): Promise<Map<string, number>> {
  const seconds = new Map<string, number>();
  const progress: Progress = {
    notice: () => {},
    stage: (name) => {
      const start = performance.now();
      return {
        advance: () => {},
        end: () => void seconds.set(name, (performance.now() - start) / 1000),
      };
    },
  };
  await run(input, out, progress);
  return seconds;
}

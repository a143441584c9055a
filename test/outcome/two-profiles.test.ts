import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { ROOT } from '../../pipeline/root.ts';
import { program, SAMPLE } from '../e2e/jianyan.ts';

it('two-profiles prints the planted counts of both sides and what the second refuses to merge', async () => {
  const script = join(ROOT, 'test', 'bench', 'two-profiles.ts');
  const args = ['--import', 'tsx', script, SAMPLE, 'city-abcd', 'three-letter'];
  const { code, stdout } = await program(process.execPath, args, ROOT);
  expect(code).toBe(0);
  const truths: Record<string, unknown>[] = readFileSync(join(SAMPLE, 'truth.jsonl'), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  for (const year of [2020, 2021, 2022, 2023, 2024]) {
    const own = truths.filter((t) => t.kind === 'rate' && t.year === year);
    const count = (name: string) =>
      own.reduce((sum, t) => sum + Number(new Map(Object.entries(t.outcomes ?? {})).get(name) ?? 0), 0);
    const row = stdout.split('\n').find((line) => line.startsWith(`| ${year} |`)) ?? '';
    const [, , solvedLeft, solvedRight, openLeft] = row.split('|').map((cell) => cell.trim());
    expect([year, solvedLeft, solvedRight]).toEqual([year, `${count('solved')}`, `${count('solved')}`]);
    expect(openLeft).toBe(`${count('in_progress') + count('planned')}`);
  }
  expect(stdout).toContain('D（口径未列） 2');
  expect(stdout).toContain('左口径的“留作参考”：对方口径的界线划在别处，分不开');
});

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { describeTables } from '../../data/docs/describe-tables.ts';
import { ROOT } from '../../pipeline/root.ts';
import { readModels } from '../../pipeline/store/models.ts';

const shipped = readFileSync(join(ROOT, 'data', 'docs', 'tables.md'), 'utf8');
const rows = shipped.split('\n').filter((line) => /^\| `\w+` \|/.test(line));
const cells = rows.map((line) => line.split(/(?<!\\)\|/).map((cell) => cell.trim()));

describe('data/docs/tables.md', () => {
  it('is what npm run docs makes now', async () => {
    expect(await describeTables()).toBe(shipped);
  });

  it('has a name and a type for every column, and a meaning in both languages', () => {
    expect(rows.length).toBeGreaterThan(500);
    expect(cells.filter((row) => row.length !== 6 || row.slice(1, 5).includes(''))).toEqual([]);
    expect(cells.filter(([, , , , english = '']) => !/[a-z]/i.test(english))).toEqual([]);
    expect(cells.filter(([, , , chinese = '']) => !/\p{Script=Han}/u.test(chinese))).toEqual([]);
  });

  it('says unit or range of every number that is no count', () => {
    const numbers = cells.filter(([, , type]) => type === '小数 number');
    expect(numbers.length).toBeGreaterThan(10);
    expect(numbers.filter(([, , , chinese = '']) => !/0–1|0\.5|天|月|单位/.test(chinese))).toEqual([]);
  });

  it('has every mart with its grain and its English', () => {
    for (const { name, title, english, grain } of readModels()) {
      const section = shipped.split(`### ${name} ${title}\n`)[1]?.split('\n### ')[0] ?? '';
      expect([name, english]).toEqual([name, expect.stringMatching(/\w/)]);
      expect(section).toContain(`\n${english}\n`);
      for (const column of grain) expect(section).toContain(`\n| \`${column}\` | `);
    }
  });

  it('has names that Stata and SPSS take as they are', () => {
    const reserved =
      /^(?:all|and|by|eq|ge|gt|le|lt|ne|not|or|to|with|if|in|using|byte|int|long|float|double|str\d*)$/;
    const marts = readModels().flatMap(({ columns }) => [...columns.keys()]);
    expect(marts.filter((name) => !/^[a-z][a-z0-9_]{0,31}$/.test(name) || reserved.test(name))).toEqual([]);
  });
});

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readNotebook } from '../../pipeline/notebooks/read-notebook.ts';
import { emptyFolder } from '../folder.ts';
import { notebook } from './over-a-run.ts';

async function read(...cells: Parameters<typeof notebook> extends [string, ...infer C] ? C : never) {
  const file = join(emptyFolder(), '笔记.html');
  writeFileSync(file, `\uFEFF${notebook('一 &amp; 二', ...cells)}`);
  return readNotebook(file);
}

describe('readNotebook', () => {
  it('reads title, cells, their lines and attributes, and makes functions of them', async () => {
    const { title, cells } = await read(
      ['text/markdown', '', '# 共 $' + '{n} 件'],
      ['application/sql', 'database="analysis.duckdb" output="q" hidden pinned', 'select 1 < 2 as n'],
      ['module', '', 'const n = q.length;'],
    );
    expect(title).toBe('一 & 二');
    expect(cells.map((c) => [c.id, c.line, c.mode, c.hidden, c.pinned, c.output])).toEqual([
      [1, 4, 'md', false, false, null],
      [2, 7, 'sql', true, true, 'q'],
      [3, 10, 'js', false, false, null],
    ]);
    expect(cells[0]?.definition).toMatchObject({ inputs: ['md', 'n'], autodisplay: true });
    expect(cells[1]).toMatchObject({ source: 'select 1 < 2 as n', definition: null, problem: null });
    expect(cells[2]?.definition).toMatchObject({ inputs: ['q'], outputs: ['n'], autodisplay: false });
  });

  it.each([
    ['module', 'const a = ;', /写法有误（Unexpected token，格内第 1 行第 11 字）/],
    ['module', 'import _ from "npm:lodash"', /不能 import/],
    ['module', '(await import("https://example.com/x.js")).default', /不能 import/],
    ['module', 'FileAttachment("x.csv").csv()', /FileAttachment/],
    ['text/x-python', 'print(1)', /不能用这种单元/],
    ['text/x-typescript', 'const a: number = 1', /不能用这种单元/],
    ['application/x-tex', 'x^2', /要联网/],
    ['application/sql', 'select $' + '{n}', /占位符/],
  ])('says what is wrong with a cell of %s: %s', async (type, source, says) => {
    const { cells } = await read(['text/markdown', '', '结论'], [type, '', source]);
    expect(cells[0]?.problem).toBeNull();
    expect(cells[1]?.problem?.says).toMatch(says);
    expect(cells[1]?.definition).toBeNull();
  });

  it('finds no cells in a file of another kind', async () => {
    const file = join(emptyFolder(), '看板.html');
    writeFileSync(file, '<!doctype html><html><script>1</script></html>');
    expect((await readNotebook(file)).cells).toEqual([]);
  });
});

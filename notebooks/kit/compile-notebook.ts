import { type Cell, deserialize, parseJavaScript, transpile } from '@observablehq/notebook-kit';
import { parseHTML } from 'linkedom';
import type { CompiledCell, CompiledNotebook } from '../../pipeline/notebooks/compiled.ts';

/**
 * Reads a notebook in the format of Observable Notebook Kit 2 and turns its cells into functions. Never throws for what
 * stands in a cell: that is its `problem`.
 */
export function compileNotebook(html: string): CompiledNotebook {
  const { DOMParser } = parseHTML('<html></html>');
  const { title, cells } = deserialize(html, { parser: new DOMParser() });
  const lines = [...html.matchAll(/<script\b/gi)].map(({ index }) => html.slice(0, index).split('\n').length);
  return { title, cells: cells.map((cell, i) => compileCell(cell, lines[i] ?? 1)) };
}

function compileCell(cell: Cell, line: number): CompiledCell {
  const { id, mode, value, pinned, hidden, output = null } = cell;
  const compiled = { id, line, mode, source: value, pinned, hidden, output, definition: null, problem: null };
  const problem = UNUSABLE[mode];
  if (problem) return { ...compiled, problem };
  if (mode === 'sql') return { ...compiled, problem: value.includes('${') ? FILLED_IN : null };
  try {
    const { body, inputs = [], outputs = [], files, ...rest } = transpile(cell);
    if (imports(parseJavaScript(body).body)) return { ...compiled, problem: IMPORTS };
    if (files && files.size > 0) return { ...compiled, problem: ATTACHES };
    const { output: name, autodisplay = false, autoview = false, automutable = false } = rest;
    const named = name === undefined ? {} : { output: name };
    return {
      ...compiled,
      definition: { body, inputs, outputs, ...named, autodisplay, autoview, automutable },
    };
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    const says = `写法有误（${error.message.replace(/ ?\((\d+):(\d+)\)$/, (_, row, column) => `，格内第 ${row} 行第 ${Number(column) + 1} 字`)}）`;
    return { ...compiled, problem: { says, remedy: '请检查括号、引号和逗号' } };
  }
}

const OTHER_LANGUAGE = { says: '不能用这种单元', remedy: '请改写成 SQL、JavaScript 或 Markdown 单元' };
const FROM_NETWORK = { says: '这种单元要联网取程序', remedy: '请改用 Markdown、HTML 或 Plot' };
const UNUSABLE: Record<string, CompiledCell['problem']> = {
  node: OTHER_LANGUAGE,
  python: OTHER_LANGUAGE,
  r: OTHER_LANGUAGE,
  ts: OTHER_LANGUAGE,
  tex: FROM_NETWORK,
  dot: FROM_NETWORK,
};
const FILLED_IN = {
  says: '查询在生成页面时执行，不能含占位符 $ {…}',
  remedy: '请查出全部，再在 JavaScript 单元里筛选',
};
const IMPORTS = {
  says: '不能 import：页面要离线打开',
  remedy: 'Plot、d3、Inputs、htl、md 和建言的 charts、statistics、words 不必引入，可以直接用',
};
const ATTACHES = {
  says: '不能用 FileAttachment：页面只含这次结果的数据',
  remedy: '请把要用的数据写在单元里，或作为台账读入后用 SQL 查询',
};

/** Whether a cell's function imports anything; the transpiler has made import expressions of its declarations. */
function imports(node: unknown): boolean {
  if (Array.isArray(node)) return node.some(imports);
  if (typeof node !== 'object' || node === null) return false;
  if ('type' in node && node.type === 'ImportExpression') return true;
  return Object.values(node).some(imports);
}

import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { escapeHtml, jsonElement } from '../publish/page.ts';
import { ROOT } from '../root.ts';
import type { CompiledCell, CompiledNotebook } from './compiled.ts';
import type { RunFacts } from './read-facts.ts';

/**
 * A notebook as one page: runtime, style, cells and data inside. Its policy admits the two scripts by their hashes and no
 * request, so that neither a title out of a ledger nor a cell can fetch or send anything. `reload` is one more script,
 * for a page that a preview serves.
 */
export function renderNotebook(
  { title, cells }: CompiledNotebook,
  name: string,
  queries: string,
  facts: RunFacts,
  reload: string | null,
): string {
  const code = [read('page.js'), listCells(cells), ...(reload === null ? [] : [reload])].map(safeScript);
  const data = `<script type="application/gzip" id="queries">${queries}</script>`;
  return fillPage(title, facts, code, reload !== null, {
    header: `<h1>${escapeHtml(title)}</h1>\n<p class="meta">${escapeHtml(describe(facts))}</p>`,
    cells: [...cells.map(cellElement), codeOf(cells)].join('\n'),
    footer: `${escapeHtml(name)}　数据都在本页之内，打开和打印都不联网。`,
    data: `${jsonElement('facts', facts)}\n${data}`,
  });
}

/** The page around anything: `parts` are HTML, by the places of index.html. */
export function fillPage(
  title: string,
  { name, notice }: Pick<RunFacts, 'name' | 'notice'>,
  scripts: readonly string[],
  isServed: boolean,
  parts: Record<string, string>,
): string {
  const fill: Record<string, string> = {
    policy: policy(scripts, isServed),
    title: escapeHtml(name === '' ? title : `${title} · ${name}`),
    style: `<style>${read('page.css')}</style>`,
    notice: notice === null ? '' : `<p class="notice" role="note">${escapeHtml(notice)}</p>`,
    code: scripts.map((script) => `<script>${script}</script>`).join('\n'),
    ...parts,
  };
  return read('index.html').replace(/<!--(\w+)-->/g, (_, key: string) => fill[key] ?? '');
}

/** Built by notebooks/page/vite.config.ts. */
function read(name: string): string {
  return readFileSync(join(ROOT, 'dist', 'notebooks', 'page', name), 'utf8');
}

/** unsafe-eval is for d3's own reader of CSV; nothing but the admitted scripts can use it. */
function policy(scripts: readonly string[], isServed: boolean): string {
  const hash = (script: string) => `'sha256-${createHash('sha256').update(script).digest('base64')}'`;
  const connect = isServed ? "; connect-src 'self'" : '';
  return `default-src 'none'; script-src 'unsafe-eval' ${scripts.map(hash).join(' ')}; style-src 'unsafe-inline'; img-src data: blob:${connect}`;
}

function describe({ name, as_of, version }: RunFacts): string {
  const until = as_of === null ? [] : [`统计到 ${as_of}`];
  return [...(name === '' ? [] : [name]), ...until, `建言 ${version}`].join(' · ');
}

function cellElement({ id, mode }: CompiledCell): string {
  return `<div class="cell ${mode}" id="cell-${id}"></div>`;
}

/** The code of the cells that are pinned, behind all that is to be read. */
function codeOf(cells: readonly CompiledCell[]): string {
  const pinned = cells.filter((cell) => cell.pinned);
  if (pinned.length === 0) return '';
  const list = pinned.map(({ id, source }) => `<h3>单元 ${id}</h3>\n<pre>${escapeHtml(source)}</pre>`);
  return `<details class="code"><summary>查询和计算的代码（${pinned.length} 格）</summary>\n${list.join('\n')}\n</details>`;
}

/** The call that runs the cells, their functions written out. */
function listCells(cells: readonly CompiledCell[]): string {
  const list = cells.map(({ id, definition, output, hidden }) => {
    if (definition === null) return JSON.stringify({ id, query: true, output, hidden });
    const { body, ...rest } = definition;
    return `${JSON.stringify({ id, ...rest }).slice(0, -1)},"body":${body}}`;
  });
  return `notebook.show([\n${list.join(',\n')}\n]);`;
}

function safeScript(code: string): string {
  return code.replace(/<\/script/gi, '<\\/script').replace(/<!--/g, '<\\!--');
}

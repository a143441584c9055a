import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { explainSystemError } from '../errors.ts';
import type { Progress } from '../progress.ts';
import { buildPage, type Page } from './build-page.ts';
import { type Failure, failuresError } from './failure.ts';
import { findBrowser } from './find-browser.ts';
import { findNotebooks, ownNotebooks } from './find-notebooks.ts';
import { findSource } from './find-source.ts';
import { readFacts } from './read-facts.ts';
import { renderIndex } from './render-index.ts';
import { tryPages } from './try-pages.ts';

export interface NotebookOptions {
  /** A run, or a workspace. */
  folder: string;
  /** Folder of further notebooks; null for the workspace's own. */
  own: string | null;
}

/**
 * Builds every notebook over a run into `notebooks/` of the run and returns the page that lists them. A page that would
 * be the same is left as it is. Throws InputError that names notebook and cell when one fails; the others are there then,
 * and of the failed one no earlier page remains, whose numbers might be old; nor of a notebook that is gone.
 */
export async function notebooks({ folder, own }: NotebookOptions, progress: Progress): Promise<string> {
  const { run, workspace } = findSource(folder);
  const facts = await readFacts(run, workspace);
  const found = findNotebooks(own ?? ownNotebooks(workspace));
  const out = join(run, 'notebooks');

  // Cells compiled, queries answered.
  const building = progress.stage('生成笔记', found.length);
  const pages: Page[] = [];
  for (const notebook of found) {
    pages.push(await buildPage(notebook, run, facts));
    building.advance();
  }
  building.end(`${pages.length} 本`);

  // What changed is tried in a browser.
  const changed = pages.filter((page) => page.html !== '' && !isWritten(join(out, page.name), page.html));
  const failures = [...pages.flatMap((page) => page.failures), ...(await tryChanged(changed, progress))];

  // Every page whole or not at all.
  const isFailed = (page: Page) => failures.some(({ file }) => file === page.file);
  try {
    mkdirSync(out, { recursive: true });
    const good = pages.filter((page) => !isFailed(page));
    for (const page of good.filter((p) => changed.includes(p))) replace(join(out, page.name), page.html);
    replace(join(out, 'index.html'), renderIndex(good, facts));
    const current = ['index.html', ...good.map((page) => page.name)];
    for (const name of readdirSync(out))
      if (!current.includes(name)) rmSync(join(out, name), { recursive: true });
  } catch (error) {
    throw explainSystemError(error, out);
  }
  if (failures.length > 0) throw failuresError(failures);
  return join(out, 'index.html');
}

/** Where no browser can be used, that is said. */
async function tryChanged(pages: readonly Page[], progress: Progress): Promise<Failure[]> {
  const browser = findBrowser();
  if (pages.length === 0) return [];
  if (browser === null) {
    progress.notice(`没有找到 Edge、Chrome 或 Chromium，${UNTRIED}`);
    return [];
  }
  const stage = progress.stage('试开页面', pages.length);
  const tried = await tryPages(pages, browser);
  stage.end(`${pages.length} 页`);
  if (tried === null) progress.notice(`浏览器没有打开页面，${UNTRIED}`);
  return tried ?? [];
}

const UNTRIED = '页面没有试开；单元如果出错，打开时会标出';

function isWritten(file: string, html: string): boolean {
  return existsSync(file) && readFileSync(file, 'utf8') === html;
}

function replace(file: string, html: string): void {
  writeFileSync(`${file}.part`, html);
  renameSync(`${file}.part`, file);
}

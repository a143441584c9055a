import { escapeHtml } from '../publish/page.ts';
import type { Page } from './build-page.ts';
import type { RunFacts } from './read-facts.ts';
import { fillPage } from './render-notebook.ts';

/** The list of the pages, to open first. */
export function renderIndex(pages: readonly Pick<Page, 'name' | 'title'>[], facts: RunFacts): string {
  const items = pages.map(({ name, title }) => {
    const date = /^\d{4}-\d{2}-\d{2}/.exec(name)?.[0] ?? '';
    return `<li><a href="./${encodeURIComponent(name)}">${escapeHtml(title)}</a> <small>${date}</small></li>`;
  });
  return fillPage('研究笔记', facts, [], false, {
    header: `<h1>${escapeHtml(facts.name)}研究笔记</h1>`,
    cells: `<ol class="index">\n${items.join('\n')}\n</ol>`,
    footer: '每本笔记回答一个问题，结论在最前面。',
  });
}

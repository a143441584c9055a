import { escapeHtml } from '../publish/page.ts';
import { fillPage } from './render-notebook.ts';

/** In place of a page that cannot be built, while it is being written; `reload` tries again. */
export function renderProblems(problems: readonly string[], reload: string): string {
  const items = problems.map((says) => `<p class="failed">${escapeHtml(says)}</p>`);
  return fillPage('笔记有误', { name: '', notice: null }, [reload], true, {
    header: '<h1>笔记有误</h1>\n<p class="meta">改好并保存后，本页自动刷新。</p>',
    cells: items.join('\n'),
  });
}

import './app.css';
import { embeddedEvaluation, facts, rows, table } from './data.ts';
import { h } from './dom.ts';
import { evaluationPage } from './pages/evaluation.ts';
import { methodPage } from './pages/method.ts';
import { outcomesPage } from './pages/outcomes.ts';
import { overviewPage } from './pages/overview.ts';
import { proposalsPage } from './pages/proposals.ts';
import { reportsPage } from './pages/reports.ts';
import { satisfactionPage } from './pages/satisfaction.ts';
import { type Page, text } from './pages/select.ts';
import { topicsPage } from './pages/topics.ts';

const PAGES: [id: string, name: string, page: Page][] = [
  ['overview', '总览', overviewPage],
  ['topics', '议题', topicsPage],
  ['outcomes', '采纳与落实', outcomesPage],
  ['satisfaction', '满意度', satisfactionPage],
  ['proposals', '提案', proposalsPage],
  ['reports', '历年报告数据', reportsPage],
  ['method', '数据与口径', methodPage],
];

let body: string | null = null;
/** Set in the page of an evaluation, which has the same shell and other contents. */
const evaluation = embeddedEvaluation();
let current = 'overview';

function show(): void {
  const app = document.getElementById('app');
  const width = Math.min(1080, Math.max(320, document.documentElement.clientWidth - 48));
  if (!app) return;
  if (evaluation) {
    const page = h('main', { id: 'page' }, ...evaluationPage(evaluation, width));
    app.replaceChildren(h('header', {}, h('h1', {}, '分类评估')), page);
  } else showDashboard(app, width);
}

function showDashboard(app: HTMLElement, width: number): void {
  const { name, notice } = facts();
  const hasReports = table('report_history').numRows > 0;
  const pages = PAGES.filter(([id]) => id !== 'reports' || hasReports);
  const open = pages.find(([id]) => id === current) ?? pages[0];
  if (!open) return;
  const tabs = pages.map(([id, label]) =>
    h(
      'button',
      {
        role: 'tab',
        id: `tab-${id}`,
        'aria-selected': String(id === open[0]),
        'aria-controls': 'page',
        click: () => go(id),
      },
      label,
    ),
  );
  app.replaceChildren(
    notice ? h('p', { class: 'notice', role: 'note' }, notice) : '',
    h('header', {}, h('h1', {}, `${name}提案建议办理看板`), bodySelect()),
    h('nav', { role: 'tablist', 'aria-label': '页面' }, ...tabs),
    h(
      'main',
      { id: 'page', role: 'tabpanel', 'aria-labelledby': `tab-${open[0]}`, tabindex: '-1' },
      h('h2', {}, open[1]),
      ...open[2]({ body, width }),
    ),
  );
}

function go(id: string): void {
  current = id;
  history.replaceState(null, '', `#${id}`);
  show();
  document.getElementById(`tab-${id}`)?.focus();
}

function bodySelect(): Node {
  const bodies = [...new Set(rows('overview').map((r) => text(r.body)))].filter((b) => b !== '');
  if (bodies.length < 2) return document.createTextNode('');
  const select = h(
    'select',
    { 'aria-label': '类别' },
    ...['', ...bodies].map((b) =>
      h('option', { value: b, ...(b === (body ?? '') ? { selected: '' } : {}) }, b || '政协提案和人大建议'),
    ),
  );
  select.addEventListener('change', () => {
    body = select instanceof HTMLSelectElement && select.value !== '' ? select.value : null;
    show();
  });
  return select;
}

current = location.hash.slice(1) || current;
let resizing = 0;
window.addEventListener('resize', () => {
  clearTimeout(resizing);
  resizing = window.setTimeout(show, 150);
});
show();

import './old-browsers.ts';
import './app.css';
import { embeddedEvaluation, has, table } from './data.ts';
import { h } from './dom.ts';
import { facts } from './facts.ts';
import { filterBar, showFilters } from './filter-bar.ts';
import { current, go } from './navigate.ts';
import { comparedPage } from './pages/compared.ts';
import { departmentsPage } from './pages/departments.ts';
import { evaluationPage } from './pages/evaluation.ts';
import { issuesPage } from './pages/issues.ts';
import { methodPage } from './pages/method/method.ts';
import { outcomesPage } from './pages/outcomes.ts';
import { overviewPage } from './pages/overview.ts';
import { packMethodPage } from './pages/pack-method.ts';
import { proposalsPage } from './pages/proposals/proposals.ts';
import { reportsPage } from './pages/reports.ts';
import { satisfactionPage } from './pages/satisfaction.ts';
import { timelinessPage } from './pages/timeliness.ts';
import { topicsPage } from './pages/topics.ts';
import { followPrinting } from './print/follow-printing.ts';
import { reportOf } from './print/report-of.ts';
import { showPublic } from './public-page.ts';
import { followTheme, themeButton } from './theme.ts';
import { type Page, viewOf } from './view.ts';

const PAGES: [id: string, name: string, page: Page][] = [
  ['overview', '总览', overviewPage],
  ['topics', '议题', topicsPage],
  ['outcomes', '采纳与落实', outcomesPage],
  ['satisfaction', '满意度', satisfactionPage],
  ['issues', '反复提出', issuesPage],
  ['departments', '承办单位', departmentsPage],
  ['timeliness', '时效', timelinessPage],
  ['compared', '与全体比较', comparedPage],
  ['proposals', '提案', proposalsPage],
  ['reports', '历年报告数据', reportsPage],
  ['method', '数据与口径', methodPage],
  ['pack', '数据与口径', packMethodPage],
];
/** A department's pack compares with the whole, not department by department, and has no other's data to check. */
const NOT_IN_PACKS: ReadonlySet<string> = new Set(['departments', 'method']);
const ONLY_IN_PACKS: ReadonlySet<string> = new Set(['compared', 'pack']);

followTheme();
const app = document.getElementById('app');
const evaluation = embeddedEvaluation();
// The page of an evaluation has the same shell and other contents.
if (app && evaluation) {
  const page = h('main', { id: 'page' }, ...evaluationPage(evaluation, widthOf(app)));
  app.replaceChildren(h('header', {}, h('h1', {}, '分类评估'), themeButton()), page);
} else if (app && facts().audience === 'public') showPublic(app, widthOf(app));
else if (app) showDashboard(app);

function showDashboard(root: HTMLElement): void {
  const { name, notice } = facts();
  const isPack = has('whole');
  const pages = PAGES.filter(
    ([id]) =>
      (id !== 'reports' || (has('report_history') && table('report_history').numRows > 0)) &&
      !(isPack ? NOT_IN_PACKS : ONLY_IN_PACKS).has(id),
  );
  const tabs = pages.map(([id, label]) =>
    h(
      'button',
      { role: 'tab', id: `tab-${id}`, 'aria-controls': 'page', click: () => go({ tab: id }), keydown: step },
      label,
    ),
  );
  const bar = filterBar();
  const printButton = followPrinting(() => reportOf(pages));
  const page = h('main', { id: 'page', role: 'tabpanel', tabindex: '-1' });
  root.replaceChildren(
    notice ? h('p', { class: 'notice', role: 'note' }, notice) : '',
    h(
      'header',
      {},
      h('h1', {}, `${name}提案建议办理看板`),
      h('span', { class: 'actions' }, printButton, themeButton()),
    ),
    h('nav', { role: 'tablist', 'aria-label': '页面' }, ...tabs),
    bar,
    page,
  );
  const show = () => {
    const state = current();
    const open = pages.find(([id]) => id === state.tab) ?? pages[0];
    if (!open) return;
    for (const tab of tabs) {
      const isOpen = tab.id === `tab-${open[0]}`;
      tab.setAttribute('aria-selected', String(isOpen));
      tab.tabIndex = isOpen ? 0 : -1;
    }
    const view = viewOf(state, widthOf(root));
    showFilters(bar, view);
    page.setAttribute('aria-labelledby', `tab-${open[0]}`);
    page.replaceChildren(h('h2', {}, open[1]), ...open[2](view));
  };
  window.addEventListener('hashchange', show);
  let resizing = 0;
  window.addEventListener('resize', () => {
    clearTimeout(resizing);
    resizing = window.setTimeout(show, 150);
  });
  show();
}

/** Arrow keys move between tabs, as screen readers announce. */
function step(event: Event): void {
  if (!(event instanceof KeyboardEvent) || !(event.target instanceof HTMLElement)) return;
  const { target, key } = event;
  const next =
    key === 'ArrowRight'
      ? target.nextElementSibling
      : key === 'ArrowLeft'
        ? target.previousElementSibling
        : null;
  if (!(next instanceof HTMLElement)) return;
  event.preventDefault();
  next.click();
  next.focus();
}

/** What a chart of full width may take; the figure's frame is around it. */
function widthOf(root: HTMLElement): number {
  const style = getComputedStyle(root);
  const inner =
    root.clientWidth - Number.parseFloat(style.paddingLeft) - Number.parseFloat(style.paddingRight);
  return Math.max(320, inner - 34);
}

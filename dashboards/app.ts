import './old-browsers.ts';
import './app.css';
import { embeddedEvaluation, has, table } from './data.ts';
import { h } from './dom.ts';
import { facts } from './facts.ts';
import { filterBar, showFilters } from './filter-bar.ts';
import { current } from './navigate.ts';
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
import { openShell, widthOf } from './shell.ts';
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
} else if (app && facts().audience === 'public') showPublic(app);
else if (app) showDashboard(app);

function showDashboard(root: HTMLElement): void {
  const isPack = has('whole');
  const pages = PAGES.filter(
    ([id]) =>
      (id !== 'reports' || (has('report_history') && table('report_history').numRows > 0)) &&
      !(isPack ? NOT_IN_PACKS : ONLY_IN_PACKS).has(id),
  );
  const bar = filterBar();
  openShell(root, {
    title: `${facts().name}提案建议办理看板`,
    tabs: pages.map(([id, label]) => [id, label]),
    bar,
    printButton: followPrinting(() => reportOf(pages)),
    draw: (tab, width) => {
      const view = viewOf(current(), width);
      showFilters(bar, view);
      return pages.find(([id]) => id === tab)?.[2](view) ?? [];
    },
  });
}

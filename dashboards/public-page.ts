import { h } from './dom.ts';
import { facts } from './facts.ts';
import { current, go } from './navigate.ts';
import { publicGroups } from './pages/public/groups.ts';
import { publicList } from './pages/public/list.ts';
import { publicMethod } from './pages/public/method.ts';
import { publicOverview, yearName } from './pages/public/overview.ts';
import { type Part, parts } from './pages/public/published.ts';
import { followPrinting } from './print/follow-printing.ts';
import type { Report } from './print/report.ts';
import { ALL, type Filters } from './state.ts';
import { themeButton } from './theme.ts';

const TABS = [
  ['overview', '总览'],
  ['topics', '主题'],
  ['departments', '承办单位'],
  ['proposals', '公开目录'],
  ['method', '数据与口径'],
] as const;

/** The page for the public: a year of the whole, or of one topic or department, and nothing that it could be split into. */
export function showPublic(root: HTMLElement, width: number): void {
  const { name, notice } = facts();
  const tabs = TABS.map(([id, label]) =>
    h(
      'button',
      { role: 'tab', id: `tab-${id}`, 'aria-controls': 'page', click: () => go({ tab: id }) },
      label,
    ),
  );
  const bar = h('form', { class: 'filters', role: 'search', 'aria-label': '筛选' });
  const page = h('main', { id: 'page', role: 'tabpanel', tabindex: '-1' });
  const title = `${name ?? ''}提案建议办理情况（公开）`;
  const printButton = followPrinting(() => reportOf(title));
  root.replaceChildren(
    notice ? h('p', { class: 'notice', role: 'note' }, notice) : '',
    h('header', {}, h('h1', {}, title), h('span', { class: 'actions' }, printButton, themeButton())),
    h('nav', { role: 'tablist', 'aria-label': '页面' }, ...tabs),
    bar,
    page,
  );
  const show = () => {
    const { tab, filters } = current();
    const [id, label] = TABS.find(([one]) => one === tab) ?? TABS[0];
    for (const button of tabs) button.setAttribute('aria-selected', String(button.id === `tab-${id}`));
    const total = totalOf(filters);
    bar.replaceChildren(...(total && id !== 'method' ? choices(total, filters, id === 'overview') : []));
    page.setAttribute('aria-labelledby', `tab-${id}`);
    page.replaceChildren(h('h2', {}, label), ...contents(id, total, filters, width, 'screen'));
  };
  window.addEventListener('hashchange', show);
  show();
}

function contents(
  id: string,
  total: Part | undefined,
  filters: Filters,
  width: number,
  medium: 'screen' | 'print',
): Node[] {
  if (id === 'method') return publicMethod();
  if (!total) return [h('p', {}, '没有可以公开的件，原因见“数据与口径”。')];
  const inYear = (dimension: Part['dimension']) =>
    parts().filter((part) => part.dimension === dimension && part.year === total.year);
  if (id === 'topics') return publicGroups(inYear('topic'), '主题', width);
  if (id === 'departments') return publicGroups(inYear('department'), '承办单位', width);
  if (id === 'proposals') return publicList(total.year, medium);
  const { topic, department } = filters;
  const chosen =
    inYear('topic').find((part) => part.name === topic) ??
    inYear('department').find((part) => part.name === department) ??
    total;
  return publicOverview(chosen, width);
}

/** All tabs of the year on sheets of A4. */
function reportOf(name: string): Report {
  const { filters } = current();
  const { notice, as_of, version } = facts();
  const total = totalOf(filters);
  return {
    name,
    notice: notice ?? null,
    filters: '',
    facts: [
      ['年度', total ? yearName(total) : '没有可以公开的件'],
      ['统计到', as_of ?? '未写明'],
      ['生成', `建言 ${version ?? ''}`],
    ],
    parts: TABS.map(([id, title]) => ({
      title,
      nodes: contents(id, total, { ...ALL, ...yearsOf(filters) }, PRINTED, 'print'),
    })),
  };
}

/** What a chart may take on A4 within the margins. CSS pixels. */
const PRINTED = 656;

/** The whole of the chosen year, else of the last. */
function totalOf({ to }: Filters): Part | undefined {
  const totals = parts().filter((part) => part.dimension === 'total' && part.per === '件');
  return (
    totals.find(({ year }) => year === to && year !== null) ??
    totals.filter(({ year }) => year !== null).pop() ??
    totals[0]
  );
}

/** A year; and a topic or a department, never both: together they would be a smaller part than is published. */
function choices(total: Part, filters: Filters, withParts: boolean): HTMLElement[] {
  const years = parts().filter(
    (part) => part.dimension === 'total' && part.per === '件' && part.year !== null,
  );
  const names = (dimension: Part['dimension']) =>
    parts()
      .filter((part) => part.dimension === dimension && part.year === total.year)
      .map((part) => part.name);
  const year = select('年度', years.map(yearName), yearName(total), null, (value) => {
    const to = Number(value.slice(0, 4));
    go({ filters: { ...filters, from: to, to } });
  });
  if (!withParts) return [year];
  return [
    year,
    select('主题', names('topic'), filters.topic, '全部', (topic) =>
      go({ filters: { ...ALL, ...yearsOf(filters), topic: topic || null } }),
    ),
    select('承办单位', names('department'), filters.department, '全部', (department) =>
      go({ filters: { ...ALL, ...yearsOf(filters), department: department || null } }),
    ),
  ];
}

function yearsOf({ from, to }: Filters): Pick<Filters, 'from' | 'to'> {
  return { from, to };
}

function select(
  label: string,
  options: readonly string[],
  value: string | null,
  none: string | null,
  change: (value: string) => void,
): HTMLElement {
  const element = document.createElement('select');
  element.append(
    ...(none === null ? [] : [h('option', { value: '' }, none)]),
    ...options.map((option) =>
      h('option', { value: option, ...(option === value ? { selected: '' } : {}) }, option),
    ),
  );
  element.addEventListener('change', () => change(element.value));
  return h('label', {}, h('span', {}, label), element);
}

import { h } from './dom.ts';
import { facts } from './facts.ts';
import { current, go } from './navigate.ts';
import { publicGroups } from './pages/public/groups.ts';
import { publicList } from './pages/public/list.ts';
import { publicMethod } from './pages/public/method.ts';
import { publicOverview, yearName } from './pages/public/overview.ts';
import { type Part, parts } from './pages/public/published.ts';
import { followPrinting } from './print/follow-printing.ts';
import { PRINT_WIDTH, type Report } from './print/report.ts';
import { openShell } from './shell.ts';
import { ALL, type Filters } from './state.ts';

const TABS = [
  ['overview', '总览'],
  ['topics', '主题'],
  ['departments', '承办单位'],
  ['proposals', '公开目录'],
  ['method', '数据与口径'],
] as const;

/** The page for the public: a year of the whole, or of one topic or department, and nothing that it could be split into. */
export function showPublic(root: HTMLElement): void {
  const bar = h('form', { class: 'filters', role: 'search', 'aria-label': '筛选' });
  const title = `${facts().name ?? ''}提案建议办理情况（公开）`;
  openShell(root, {
    title,
    tabs: TABS,
    bar,
    printButton: followPrinting(() => reportOf(title)),
    draw: (id, width) => {
      const { filters } = current();
      const total = totalOf(filters);
      bar.replaceChildren(...(total && id !== 'method' ? choices(total, filters, id === 'overview') : []));
      return contents(id, total, filters, width, 'screen');
    },
  });
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
      nodes: contents(id, total, { ...ALL, ...yearsOf(filters) }, PRINT_WIDTH, 'print'),
    })),
  };
}

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

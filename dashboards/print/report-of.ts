import { counted } from '../counted.ts';
import { facts } from '../facts.ts';
import { current } from '../navigate.ts';
import { periodsOf } from '../periods.ts';
import { filtersInWords } from '../state.ts';
import { type Page, type View, viewOf } from '../view.ts';
import { PRINT_WIDTH, type Report } from './report.ts';

/** All pages with the filters applied, in their order; of an open case or department only that. */
export function reportOf(pages: readonly [id: string, name: string, page: Page][]): Report {
  const { find: _, ...state } = current();
  const { name, notice, as_of, version } = facts();
  const view = (tab: string) => viewOf({ ...state, tab }, PRINT_WIDTH, 'print');
  const isOne = state.case !== null || state.unit !== null;
  const printed = isOne ? pages.filter(([id]) => id === state.tab) : pages;
  const filters = filtersInWords(state.filters);
  return {
    name: `${name}提案建议办理看板`,
    notice: notice ?? null,
    filters: state.case === null ? filters : '',
    facts: isOne
      ? null
      : [
          ['年度', rangeOf(view(state.tab))],
          ['筛选', filters || '无，为全部数据'],
          ['件数', countOf(view(state.tab))],
          ['统计到', as_of ?? '未写明'],
          ['生成', `建言 ${version}`],
        ],
    parts: printed.map(([tab, title, page]) => ({ title, nodes: page(view(tab)) })),
  };
}

function rangeOf({ cube }: View): string {
  const periods = periodsOf(cube);
  const [first, last] = [periods[0], periods[periods.length - 1]];
  return first === undefined ? '没有数据' : first === last ? first : `${first}—${last}`;
}

function countOf({ cube, per }: View): string {
  return `${counted({ per }, cube).rows.length} ${per}`;
}

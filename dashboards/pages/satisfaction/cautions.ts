import { text } from '../../data.ts';
import { h } from '../../dom.ts';
import type { View } from '../../view.ts';
import { warningsOf } from '../../warnings.ts';

/** Kinds of warning that make a satisfaction rate mean something else. */
const KINDS = ['先评价后答复', '全体百分之百', '会办单位有评价'];

/** What to know before reading the rates, above all which offices ask before they answer. */
export function cautions(view: View): Node[] {
  const found = KINDS.flatMap((kind) => warningsOf(view).filter((row) => row.kind === kind));
  if (found.length === 0) return [];
  const lines = found.map((row) => {
    const subject =
      row.subject === '全部' ? [row.period, row.body].filter((v) => v !== '全部').join('') : row.subject;
    return h('li', {}, h('b', {}, `${text(row.kind)}　${text(subject)}`), `：${text(row.says)}`);
  });
  const isFiltered = Object.values(view.state.filters).some((value) => value !== null);
  return [
    h(
      'section',
      { class: 'caution', 'aria-label': '阅读提醒' },
      h('h3', {}, '先看这几点'),
      h('ul', {}, ...lines),
      isFiltered ? h('p', {}, '提醒里的数按全部数据计，不随筛选变化。') : null,
    ),
  ];
}

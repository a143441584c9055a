import { has, num, rowsOf, text } from '../../data.ts';
import { h } from '../../dom.ts';
import { proposalLink } from './proposal-link.ts';

const RELATIONS: Record<string, string> = {
  copy: '复制',
  fragment: '部分相同',
  contains: '部分相同',
  same: '同一事项',
  kin: '同类',
};

/** The proposals that resemble it most, each with how. */
export function similarOf(proposal: number): Node[] {
  if (!has('similar')) return [];
  const similar = rowsOf('similar', proposal);
  return [
    h('h4', {}, '相似提案'),
    h(
      'p',
      { class: 'note' },
      similar.length === 0
        ? '没有找到相似的提案。'
        : '最多列五件；括号内为复制、部分相同或同一事项的可能性。“同类”只是主题相近，不算重复提出。',
    ),
    h(
      'ul',
      { class: 'cases' },
      ...similar.map((row) => {
        const relation = RELATIONS[text(row.relation)] ?? text(row.relation);
        const score = `（${Math.round(num(row.score) * 100)}%）`;
        return h(
          'li',
          {},
          h('span', { class: 'tag quiet' }, relation + score),
          ...proposalLink(num(row.other)),
        );
      }),
    ),
  ];
}

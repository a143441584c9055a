import { has, rowAt, rows, table, text } from '../../data.ts';
import { h } from '../../dom.ts';
import { proposalLink } from './proposal-link.ts';

/** The matter that it raises again, with every time that it was raised. */
export function issueOf(proposal: number): Node[] {
  if (!has('issues') || !has('issue_members')) return [];
  const source = table('issue_members');
  const numbers: ArrayLike<number> = source.getChild('proposal')?.toArray() ?? [];
  const issues = source.getChild('issue');
  const at = Array.prototype.indexOf.call(numbers, proposal);
  if (at < 0) return [];
  const issue = text(issues?.get(at));
  const found = rows('issues').find((row) => row.issue === issue);
  const columns = source.schema.fields.map((f) => f.name);
  // The table is sorted by issue: its members stand together.
  let [first, end] = [at, at];
  while (first > 0 && issues?.get(first - 1) === issue) first--;
  while (end < numbers.length && issues?.get(end) === issue) end++;
  const members = Array.from({ length: end - first }, (_, i) => rowAt(source, columns, first + i));
  return [
    h('h4', {}, '反复提出'),
    h(
      'p',
      {},
      `属于议题“${text(found?.name)}”（${issue}），共 ${members.length} 件、${text(found?.raisings)} 次提出。议题由机器归并，对外使用前须经人工核对。`,
    ),
    h(
      'ul',
      { class: 'cases' },
      ...members.map((row) => {
        const marks = [
          row.after_solved === true ? '办结再提' : '',
          row.after_planned === true ? '承诺未兑现' : '',
          row.is_merged === true ? '并案' : '',
          row.proposal === proposal ? '本件' : '',
        ];
        const words = [`第 ${text(row.raising)} 次`, ...marks].filter(Boolean).join('，');
        return h('li', {}, h('span', { class: 'tag quiet' }, words), ...proposalLink(Number(row.proposal)));
      }),
    ),
  ];
}

import { has, type Row, rowsOf, text } from '../../data.ts';
import { dataTable, h } from '../../dom.ts';
import { PROMISE_WORDS } from '../../words.ts';
import { longText, type Mark } from './long-text.ts';

/** What the departments answered, the obstacles in it marked, and what they promised. */
export function answersOf(proposal: number, sourceFile: string): Node[] {
  const replies = rowsOf('replies', proposal);
  const obstacles = rowsOf('obstacles', proposal);
  const marksOf = (department: string): Mark[] =>
    obstacles
      .filter((row) => text(row.department) === department)
      .map((row) => ({
        evidence: text(row.evidence),
        label: `${text(row.kind_name)}${row.review === true ? '？' : ''}`,
      }));
  const shown = replies.flatMap((row) => {
    const department = text(row.department);
    return [h('h5', {}, department || '答复'), longText(text(row.reply_text), marksOf(department))];
  });
  return [
    ...(has('replies') ? [h('h4', {}, '答复'), ...(shown.length > 0 ? shown : [noReply(sourceFile)])] : []),
    ...obstaclesOf(obstacles, replies),
    ...promisesOf(rowsOf('promises', proposal)),
  ];
}

function noReply(sourceFile: string): HTMLElement {
  return h('p', { class: 'note' }, `台账没有答复全文（${sourceFile}）`);
}

/** Those whose sentence is not lit in an answer above, since the answer is not in the page or its wording was cleaned. */
function obstaclesOf(obstacles: readonly Row[], replies: readonly Row[]): Node[] {
  const isLit = (row: Row) =>
    replies.some(
      (reply) =>
        text(reply.department) === text(row.department) &&
        text(reply.reply_text).includes(text(row.evidence)),
    );
  const rest = obstacles.filter((row) => !isLit(row));
  if (rest.length === 0) return [];
  return [
    h('h4', {}, '答复所述困难'),
    dataTable(
      ['承办单位', '困难', '依据'],
      rest.map((row) => [
        text(row.department),
        `${text(row.kind_name)}${row.review === true ? '？' : ''}`,
        text(row.evidence),
      ]),
    ),
  ];
}

function promisesOf(promises: readonly Row[]): Node[] {
  if (promises.length === 0) return [];
  return [
    h('h4', {}, '承诺事项'),
    dataTable(
      ['承办单位', '事项', '时限', '兑现日期', '状态', '来自'],
      promises.map((row) => [
        text(row.department),
        text(row.item),
        text(row.due_on),
        text(row.fulfilled_on),
        PROMISE_WORDS[text(row.state)] ?? text(row.state),
        row.source === 'ledger' ? '台账' : '答复原文',
      ]),
    ),
  ];
}

import { has, type Row, rowsOf, text } from '../../data.ts';
import { dataTable, h } from '../../dom.ts';
import { inWords, OUTCOME_WORDS, RATING_WORDS, ROLE_WORDS } from '../../words.ts';

const EVENTS: Record<string, string> = {
  returned: '退办',
  reassigned: '改交',
  grade_changed: '调整办理结果',
  re_handled: '再次办理',
  answered_again: '再次答复',
};

/** Who handled it, what changed later, and what the proposer said of it, round by round. */
export function handlingOf(proposal: number): Node[] {
  if (!has('handlings')) return [];
  const handlings = rowsOf('handlings', proposal);
  return [
    h('h4', {}, '办理'),
    handlings.length === 0
      ? h('p', { class: 'note' }, '台账没有承办单位')
      : dataTable(
          ['承办单位', '方式', '交办', '应答复', '答复', '用时（天）', '面商', '办理结果', '后来调整为'],
          handlings.map(handlingCells),
        ),
    ...eventsOf(proposal),
    ...ratingsOf(proposal, handlings),
  ];
}

function handlingCells(row: Row): (string | number)[] {
  const { days_to_reply: days, met } = row;
  const late = row.is_late === true ? '（逾期）' : '';
  const hasChanged = row.outcome_final_raw !== null && row.outcome_final_raw !== row.outcome_raw;
  return [
    text(row.department) || '未写明',
    ROLE_WORDS[text(row.role)] ?? text(row.role),
    text(row.assigned_on),
    text(row.due_on),
    row.role === 'co' ? text(row.replied_on) || '—' : `${text(row.replied_on) || '未答复'}${late}`,
    typeof days === 'number' ? days : '',
    met === null || met === undefined ? '' : met === true ? '是' : '否',
    coded(row.outcome, row.outcome_raw, OUTCOME_WORDS),
    hasChanged ? coded(row.outcome_final, row.outcome_final_raw, OUTCOME_WORDS) : '',
  ];
}

function eventsOf(proposal: number): Node[] {
  const events = rowsOf('events', proposal);
  if (events.length === 0) return [];
  const says = (row: Row) => {
    const detail =
      row.kind === 'grade_changed' ? coded(row.outcome, row.detail, OUTCOME_WORDS) : text(row.detail);
    const what = `${EVENTS[text(row.kind)] ?? text(row.kind)}${detail === '' ? '' : `：${detail}`}`;
    return [text(row.happened_on) || '日期未记', text(row.department), what].filter(Boolean).join('　');
  };
  return [
    h('h4', {}, '交办后的变动'),
    h('ul', { class: 'events' }, ...events.map((row) => h('li', {}, says(row)))),
  ];
}

function ratingsOf(proposal: number, handlings: readonly Row[]): Node[] {
  if (!has('ratings')) return [];
  const ratings = rowsOf('ratings', proposal);
  if (ratings.length === 0)
    return handlings.length === 0
      ? []
      : [h('h4', {}, '提案人评价'), h('p', { class: 'note' }, '台账没有评价')];
  return [
    h('h4', {}, '提案人评价'),
    dataTable(
      ['承办单位', '轮次', '办理态度', '办理结果', '反馈日期'],
      ratings.map((row) => [
        text(row.department) || '未写明',
        `第 ${text(row.round)} 次`,
        coded(row.attitude, row.attitude_raw, RATING_WORDS),
        coded(row.result, row.result_raw, RATING_WORDS),
        text(row.returned_on),
      ]),
    ),
  ];
}

/** 解决采纳（台账：A）; the ledger's own word alone where it says the same. */
function coded(
  code: Row[string] | undefined,
  raw: Row[string] | undefined,
  words: Record<string, string>,
): string {
  if (raw === null || raw === undefined) return '';
  const says = inWords(code === null || code === undefined ? null : text(code), text(raw), words);
  return code === null || says === text(raw) ? says : `${says}（台账：${text(raw)}）`;
}

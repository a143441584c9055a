import { type Row, rowAt, table, text } from '../data.ts';
import { h } from '../dom.ts';
import type { Page } from '../view.ts';
import { inWords, OUTCOME_WORDS, RATING_WORDS } from '../words.ts';

const PER_PAGE = 50;

export const proposalsPage: Page = (view) => {
  const source = table('proposals');
  const columns = source.schema.fields.map((f) => f.name);
  const [titles, ids] = ['title', 'proposal_id'].map((name) => source.getChild(name));
  const list = h('div', { class: 'list' });
  const count = h('p', { class: 'note', 'aria-live': 'polite' });
  const search = document.createElement('input');
  Object.assign(search, { type: 'search', placeholder: '按标题、编号、单位查找', ariaLabel: '查找提案' });
  let page = 0;

  const show = () => {
    const wanted = search.value.trim().toLowerCase();
    const found: number[] = [];
    for (let i = 0; i < source.numRows; i++) {
      if (!view.covers(i)) continue;
      const haystack = `${titles?.get(i)} ${ids?.get(i)}`.toLowerCase();
      if (wanted === '' || haystack.includes(wanted)) found.push(i);
    }
    const pages = Math.max(1, Math.ceil(found.length / PER_PAGE));
    page = Math.min(page, pages - 1);
    count.textContent = `共 ${found.length} 件，第 ${page + 1}/${pages} 页`;
    list.replaceChildren(
      ...found.slice(page * PER_PAGE, (page + 1) * PER_PAGE).map((i) => item(rowAt(source, columns, i))),
    );
  };
  const turn = (by: number) => () => {
    page = Math.max(0, page + by);
    show();
  };
  search.addEventListener('input', () => {
    page = 0;
    show();
  });
  show();
  const buttons = h(
    'div',
    { class: 'turn' },
    h('button', { click: turn(-1) }, '上一页'),
    h('button', { click: turn(1) }, '下一页'),
  );
  return [h('div', { class: 'tools' }, search, count), list, buttons];
};

function item(row: Row): HTMLElement {
  const outcome =
    row.outcome_raw === null
      ? ''
      : inWords(row.outcome === null ? null : text(row.outcome), text(row.outcome_raw), OUTCOME_WORDS);
  const rating = row.result_final === null ? '' : (RATING_WORDS[text(row.result_final)] ?? '');
  const facts: [string, string][] = [
    ['提案人', [text(row.proposer), text(row.proposer_type)].filter(Boolean).join('，')],
    ['地区', text(row.district)],
    ['台账分类', text(row.category)],
    ['二级主题', text(row.subtopic_name)],
    ['判定词', text(row.topic_words)],
    ['承办单位', text(row.departments)],
    ['会办单位', text(row.co_departments)],
    ['交办', text(row.assigned_on)],
    ['应答复', text(row.due_on)],
    [
      '答复',
      [
        text(row.replied_on),
        row.days_to_reply === null ? '' : `用时 ${row.days_to_reply} 天`,
        row.is_late === true ? '逾期' : '',
      ]
        .filter(Boolean)
        .join('，'),
    ],
    ['办理结果', outcome && `${outcome}（台账：${text(row.outcome_raw)}）`],
    ['首次评价', RATING_WORDS[text(row.result_first)] ?? ''],
    ['最终评价', rating],
    ['来源', `${text(row.source_file)}${row.source_row ? ` 第 ${row.source_row} 行` : ''}`],
  ];
  return h(
    'details',
    {},
    h(
      'summary',
      {},
      h('span', { class: 'id' }, text(row.proposal_id)),
      h('span', { class: 'title' }, text(row.title)),
      h('span', { class: 'tag' }, text(row.topic_name) + (row.topic_review === true ? '？' : '')),
      outcome ? h('span', { class: 'tag quiet' }, outcome) : null,
    ),
    h(
      'dl',
      {},
      ...facts
        .filter(([, value]) => value !== '')
        .flatMap(([name, value]) => [h('dt', {}, name), h('dd', {}, value)]),
    ),
  );
}

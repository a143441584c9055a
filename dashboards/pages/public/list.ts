import { type Row, rows, text } from '../../data.ts';
import { dataTable, h } from '../../dom.ts';

const PER_PAGE = 100;

/** The list of publishable proposals, with a search; it tells nothing of what became of them. */
export function publicList(year: number | null, medium: 'screen' | 'print'): Node[] {
  const all = rows('public_proposals').filter((row) => row.year === year);
  if (medium === 'print') return [listOf(all)];
  const found = h('div', {});
  const count = h('p', { class: 'note', 'aria-live': 'polite' });
  const search = document.createElement('input');
  Object.assign(search, { type: 'search', placeholder: '按标题、编号查找', ariaLabel: '查找提案' });
  let page = 0;
  const show = () => {
    const wanted = search.value.trim().toLowerCase();
    const own = all.filter((row) => `${row.title} ${row.number}`.toLowerCase().includes(wanted));
    const pages = Math.max(1, Math.ceil(own.length / PER_PAGE));
    page = Math.min(page, pages - 1);
    count.textContent = `共 ${own.length} 件，第 ${page + 1}/${pages} 页`;
    found.replaceChildren(listOf(own.slice(page * PER_PAGE, (page + 1) * PER_PAGE)));
  };
  const turn = (by: number) => () => {
    page = Math.max(0, page + by);
    show();
  };
  search.addEventListener('input', show);
  show();
  return [
    h('div', { class: 'tools' }, search, count),
    found,
    h(
      'div',
      { class: 'turn' },
      h('button', { click: turn(-1) }, '上一页'),
      h('button', { click: turn(1) }, '下一页'),
    ),
  ];
}

function listOf(own: readonly Row[]): HTMLElement {
  return dataTable(
    ['类别', '编号', '标题'],
    own.map((row) => [text(row.body), text(row.number), text(row.title)]),
  );
}

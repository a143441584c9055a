import { dimension } from '../../../pipeline/outcome/cube.ts';
import { h } from '../../dom.ts';
import type { Find } from '../../state.ts';
import { UNKNOWN, type View } from '../../view.ts';
import { inWords, OUTCOME_WORDS, RATING_WORDS } from '../../words.ts';

/** What is looked for in the list, beside the filters that act on every page. */
export function listTools(
  view: View,
  find: Find,
  change: (part: Find) => void,
  save: () => void,
  count: HTMLElement,
): Node[] {
  const search = document.createElement('input');
  Object.assign(search, { type: 'search', placeholder: '标题、编号、提案人、单位', value: find.words ?? '' });
  search.setAttribute('aria-label', '查找提案');
  search.addEventListener('input', () => change({ words: search.value }));
  const csv = h('button', { type: 'button', click: save, 'aria-label': '清单保存为 CSV' }, 'CSV');
  return [
    h(
      'div',
      { class: 'tools' },
      search,
      choice('办理结果', optionsOf(view, 'outcome', OUTCOME_WORDS), find.outcome, (outcome) =>
        change({ outcome }),
      ),
      choice('最终评价', optionsOf(view, 'result_final', RATING_WORDS), find.rating, (rating) =>
        change({ rating }),
      ),
      check('逾期', find.late, (late) => change({ late })),
      check('重点', find.key, (key) => change({ key })),
      count,
      h('span', { class: 'save' }, '保存清单 ', csv),
    ),
    h(
      'p',
      { class: 'note' },
      view.per === '件'
        ? '一件由多个单位答复的，用时、结果和评价取第一个应答复单位的；主题后有“？”的须人工复核。点标题看全案。'
        : '用时、结果和评价为所选单位的；主题后有“？”的须人工复核。点标题看全案。',
    ),
  ];
}

function optionsOf(view: View, column: string, words: Record<string, string>): [string, string][] {
  const { values } = dimension(view.history, column);
  const order = Object.keys(words);
  const codes = values
    .filter((value) => value !== null)
    .map(String)
    .sort((a, b) => order.indexOf(a) - order.indexOf(b) || (a < b ? -1 : 1));
  return [
    ...codes.map((code): [string, string] => [code, inWords(code, null, words)]),
    [UNKNOWN, '没有或口径未列'],
  ];
}

function choice(
  label: string,
  options: readonly [value: string, says: string][],
  chosen: string | undefined,
  pick: (value: string) => void,
): HTMLElement {
  const select = document.createElement('select');
  select.append(
    h('option', { value: '' }, '全部'),
    ...options.map(([value, says]) => h('option', { value }, says)),
  );
  select.value = chosen ?? '';
  select.addEventListener('change', () => pick(select.value));
  return h('label', {}, h('span', {}, label), select);
}

function check(label: string, chosen: string | undefined, pick: (value: string) => void): HTMLElement {
  const box = document.createElement('input');
  box.type = 'checkbox';
  box.checked = Boolean(chosen);
  box.addEventListener('change', () => pick(box.checked ? '1' : ''));
  return h('label', {}, box, h('span', {}, label));
}

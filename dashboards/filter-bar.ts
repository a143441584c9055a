import { sumBy } from '../pipeline/outcome/cube.ts';
import { h } from './dom.ts';
import { current, go } from './navigate.ts';
import { ALL, CHOICES, type Choice, type Filters } from './state.ts';
import { optionsOf, type View, years } from './view.ts';

/** One row of choices that act on every page. A choice with a single value is not offered. */
export function filterBar(): HTMLElement {
  const keys: readonly Choice[] = ['body', 'topic', 'department', 'district', 'proposer_type'];
  const all = years().map(String);
  const range =
    all.length < 2 ? [] : [choice('起始年度', 'from', all, '最早'), choice('截止年度', 'to', all, '最近')];
  const choices = keys.flatMap((key) => {
    const options = optionsOf(key);
    return options.length < 2 ? [] : [choice(CHOICES[key], key, options, '全部')];
  });
  const clear = h(
    'button',
    { type: 'button', class: 'clear', click: () => go({ filters: ALL }) },
    '清除筛选',
  );
  const count = h('output', { class: 'count', 'aria-live': 'polite' });
  return h(
    'form',
    { class: 'filters', role: 'search', 'aria-label': '筛选' },
    ...range,
    ...choices,
    clear,
    count,
  );
}

/** Sets the choices as the address has them, and how much passes them. */
export function showFilters(bar: HTMLElement, view: View): void {
  const { filters } = view.state;
  for (const select of bar.querySelectorAll('select')) {
    const value = Object.entries(filters).find(([key]) => key === select.name)?.[1];
    select.value = value === null || value === undefined ? '' : String(value);
    // An address may name what the data do not have.
    if (select.selectedIndex < 0)
      select.append(h('option', { value: String(value), selected: '' }, String(value)));
  }
  const proposals = [...sumBy(view.cube, 'is_first', 'entries')].find(([first]) => first === true)?.[1] ?? 0;
  const entries = view.cube.rows.length;
  const isFiltered = Object.values(filters).some((value) => value !== null);
  const clear = bar.querySelector('.clear');
  if (clear instanceof HTMLElement) clear.hidden = !isFiltered;
  const count = bar.querySelector('.count');
  if (count)
    count.textContent =
      view.per === '件次' ? `符合条件 ${entries} 件次` : `${isFiltered ? '符合条件' : '共'} ${proposals} 件`;
}

function choice(label: string, key: keyof Filters, options: readonly string[], none: string): HTMLElement {
  const select = document.createElement('select');
  select.name = key;
  select.append(
    h('option', { value: '' }, none),
    ...options.map((option) => h('option', { value: option }, option)),
  );
  select.addEventListener('change', () => {
    const isYear = key === 'from' || key === 'to';
    const value = select.value === '' ? null : isYear ? Number(select.value) : select.value;
    go({ filters: { ...current().filters, [key]: value } });
  });
  return h('label', {}, h('span', {}, label), select);
}

import { compareValues } from '../../../pipeline/outcome/cube.ts';
import { h } from '../../dom.ts';
import { current, go } from '../../navigate.ts';

/** A choice of department that opens its page. */
export function pickUnit(departments: readonly string[], open: string | null): HTMLElement {
  const select = document.createElement('select');
  const names = [...new Set(open === null ? departments : [...departments, open])].sort(compareValues);
  select.append(
    h('option', { value: '' }, open === null ? '请选择' : '全部单位'),
    ...names.map((name) => h('option', { value: name }, name)),
  );
  select.value = open ?? '';
  select.addEventListener('change', () => {
    const filters = { ...current().filters, department: null };
    go({ tab: 'departments', unit: select.value === '' ? null : select.value, filters });
  });
  return h('div', { class: 'tools pick' }, h('label', {}, h('span', {}, '打开单位专页 '), select));
}

import { h } from '../dom.ts';
import type { Report } from './report.ts';

/** Whose report and of what, and which sheet it is. */
export function footerOf({ name, filters }: Report, number: number, of: number): HTMLElement {
  const says = [name, filters].filter(Boolean).join('　');
  return h(
    'div',
    { class: 'sheet-foot' },
    h('span', {}, says),
    h('span', { class: 'sheet-number' }, `第 ${number} 页　共 ${of} 页`),
  );
}

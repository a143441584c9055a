import type { Value } from './data.ts';
import { h } from './dom.ts';

/** A day in a table, on one line; `none` where there is none. */
export function day(value: Value | undefined, none: string): HTMLElement | string {
  return typeof value === 'string' && value !== '' ? h('span', { class: 'day' }, value) : none;
}

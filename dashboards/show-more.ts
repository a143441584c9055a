import { h } from './dom.ts';

/**
 * A long list, `step` items at a time: `draw` is called with how many are to be shown and returns what shows them.
 * Thousands of rows at once would take seconds to lay out.
 */
export function showMore(total: number, step: number, draw: (shown: number) => Node[]): HTMLElement {
  let shown = step;
  const list = h('div', { class: 'more-list' });
  const button = h('button', { type: 'button' });
  const show = () => {
    list.replaceChildren(...draw(Math.min(shown, total)));
    button.textContent = `再显示 ${Math.min(step, total - shown)} 个（还有 ${total - shown} 个）`;
    button.hidden = shown >= total;
  };
  button.addEventListener('click', () => {
    shown += step;
    show();
  });
  show();
  return h('div', {}, list, h('div', { class: 'turn' }, button));
}

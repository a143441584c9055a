import { h } from './dom.ts';

/** One of a few ways to look at something, as buttons: the chosen one is pressed. */
export function options<Id extends string>(
  label: string,
  choices: readonly (readonly [id: Id, name: string])[],
  chosen: Id,
  choose: (id: Id) => void,
): HTMLElement {
  const buttons = choices.map(([id, name]) =>
    h('button', { type: 'button', 'aria-pressed': String(id === chosen), click: () => choose(id) }, name),
  );
  return h(
    'div',
    { class: 'options tools', role: 'group', 'aria-label': label },
    h('span', {}, label),
    ...buttons,
  );
}

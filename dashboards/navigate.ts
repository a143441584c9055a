import { h } from './dom.ts';
import { type Find, parseAddress, type State, toAddress } from './state.ts';

export function current(): State {
  return parseAddress(location.hash);
}

/** Changes what is looked at; the address changes, and with it the page. A new tab keeps nothing of the old one but the filters. */
export function go(change: Partial<State>): void {
  location.hash = addressOf(change);
}

/** Notes in the address what is looked for, without drawing the page anew and without a step for the back button. */
export function note(find: Find): void {
  history.replaceState(null, '', toAddress({ ...current(), find }));
}

function addressOf(change: Partial<State>): string {
  const { find, ...state } = current();
  const kept = change.tab !== undefined || find === undefined ? {} : { find };
  const fresh = change.tab === undefined ? {} : { case: null, unit: null };
  return toAddress({ ...state, ...kept, ...fresh, ...change });
}

/** A link within the page: works with the keyboard, in a new window and with the back button. */
export function link(text: string, change: Partial<State>): HTMLElement {
  return h('a', { href: addressOf(change) }, text);
}

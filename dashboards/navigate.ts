import { h } from './dom.ts';
import { parseAddress, type State, toAddress } from './state.ts';

export function current(): State {
  return parseAddress(location.hash);
}

/** Changes what is looked at; the address changes, and with it the page. A new tab opens no case of the old one. */
export function go(change: Partial<State>): void {
  location.hash = addressOf(change);
}

function addressOf(change: Partial<State>): string {
  const fresh = change.tab === undefined ? {} : { case: null, unit: null };
  return toAddress({ ...current(), ...fresh, ...change });
}

/** A link within the page: works with the keyboard, in a new window and with the back button. */
export function link(text: string, change: Partial<State>): HTMLElement {
  return h('a', { href: addressOf(change) }, text);
}

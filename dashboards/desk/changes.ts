/** What of the page has to be shown again. */
export type Change = 'tab' | 'queue' | 'proposal' | 'decision';

let show: (change: Change) => void = () => {};

/** Says who shows the page; once, at the start. */
export function whenChanged(render: (change: Change) => void): void {
  show = render;
}

/** To be called by whatever has changed the state. */
export function changed(change: Change): void {
  show(change);
}

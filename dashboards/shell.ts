import { h } from './dom.ts';
import { facts } from './facts.ts';
import { current, go } from './navigate.ts';
import { themeButton } from './theme.ts';

export interface Shell {
  title: string;
  tabs: readonly (readonly [id: string, label: string])[];
  /** The filters, below the tabs. */
  bar: HTMLElement;
  printButton: HTMLElement;
  /** What the tab that is looked at shows; `width` is what a chart may take, in CSS pixels. */
  draw: (id: string, width: number) => Node[];
}

/** Banner, title, tabs and filters around the page, which is drawn again whenever the address or the window changes. */
export function openShell(root: HTMLElement, { title, tabs, bar, printButton, draw }: Shell): void {
  const { notice } = facts();
  const buttons = tabs.map(([id, label]) =>
    h(
      'button',
      { role: 'tab', id: `tab-${id}`, 'aria-controls': 'page', click: () => go({ tab: id }), keydown: step },
      label,
    ),
  );
  const page = h('main', { id: 'page', role: 'tabpanel', tabindex: '-1' });
  root.replaceChildren(
    notice ? h('p', { class: 'notice', role: 'note' }, notice) : '',
    h('header', {}, h('h1', {}, title), h('span', { class: 'actions' }, printButton, themeButton())),
    h('nav', { role: 'tablist', 'aria-label': '页面' }, ...buttons),
    bar,
    page,
  );
  const show = () => {
    const open = tabs.find(([id]) => id === current().tab) ?? tabs[0];
    if (!open) return;
    const [id, label] = open;
    for (const button of buttons) {
      const isOpen = button.id === `tab-${id}`;
      button.setAttribute('aria-selected', String(isOpen));
      button.tabIndex = isOpen ? 0 : -1;
    }
    page.setAttribute('aria-labelledby', `tab-${id}`);
    page.replaceChildren(h('h2', {}, label), ...draw(id, widthOf(root)));
  };
  window.addEventListener('hashchange', show);
  let resizing = 0;
  window.addEventListener('resize', () => {
    clearTimeout(resizing);
    resizing = window.setTimeout(show, 150);
  });
  show();
}

/** Arrow keys move between tabs, as screen readers announce. */
function step(event: Event): void {
  if (!(event instanceof KeyboardEvent) || !(event.target instanceof HTMLElement)) return;
  const { target, key } = event;
  const { previousElementSibling, nextElementSibling } = target;
  const next =
    key === 'ArrowRight' ? nextElementSibling : key === 'ArrowLeft' ? previousElementSibling : null;
  if (!(next instanceof HTMLElement)) return;
  event.preventDefault();
  next.click();
  next.focus();
}

/** What a chart of full width may take; the figure's frame is around it. */
export function widthOf(root: HTMLElement): number {
  const style = getComputedStyle(root);
  const inner =
    root.clientWidth - Number.parseFloat(style.paddingLeft) - Number.parseFloat(style.paddingRight);
  return Math.max(320, inner - 34);
}

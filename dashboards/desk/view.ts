import { h } from '../dom.ts';

/** Puts new content into an element; what had the focus has it again, found by its id. */
export function mount(element: HTMLElement, ...children: (Node | string | null)[]): void {
  const focused = document.activeElement?.id ?? '';
  const { scrollTop } = element;
  element.replaceChildren(...children.filter((child) => child !== null));
  element.scrollTop = scrollTop;
  if (focused !== '' && document.activeElement?.id !== focused) document.getElementById(focused)?.focus();
}

export function byId(id: string): HTMLElement {
  const element = document.getElementById(id);
  if (!element) throw new Error(`no element ${id}`);
  return element;
}

/** A probability in words; none is ever quite 0 or 1. */
export function percent(score: number): string {
  const rounded = Math.round(score * 100);
  return rounded === 0 ? '<1%' : rounded === 100 ? '>99%' : `${rounded}%`;
}

/** A probability as a bar with its number. */
export function meter(score: number, label: string): HTMLElement {
  const fill = h('span', { class: 'fill' });
  fill.style.width = `${score * 100}%`;
  const bar = h('span', { class: 'bar', 'aria-hidden': 'true' }, fill);
  const level = score >= 0.8 ? 'high' : score >= 0.5 ? 'middle' : 'low';
  return h(
    'span',
    { class: `meter ${level}`, title: `${label} ${percent(score)}` },
    bar,
    h('span', { class: 'number' }, percent(score)),
  );
}

export function key(name: string): HTMLElement {
  return h('kbd', {}, name);
}

/** Tells what happened, to eyes and screen readers, for a few seconds; a failure stays until it is clicked away. */
export function say(message: string, isFailure = false): void {
  const toast = h(
    'button',
    { class: isFailure ? 'toast failure' : 'toast', click: () => toast.remove() },
    message,
  );
  if (isFailure) byId('alerts').append(toast);
  else {
    byId('toasts').replaceChildren(toast);
    setTimeout(() => toast.remove(), 4000);
  }
}

/** Runs something that may be refused, and says so. */
export async function attempt(action: () => Promise<void>): Promise<void> {
  try {
    await action();
  } catch (error) {
    say(error instanceof Error ? error.message : String(error), true);
  }
}

/** A dialog with a title that Esc closes; it is gone when it is closed. */
export function openDialog(title: string, kind: string, ...content: (Node | null)[]): HTMLDialogElement {
  const dialog = document.createElement('dialog');
  dialog.className = kind;
  dialog.setAttribute('aria-label', title);
  const close = h('button', { class: 'close', 'aria-label': '关闭', click: () => dialog.close() }, '×');
  dialog.append(h('div', { class: 'dialog-head' }, h('h2', {}, title), close));
  for (const node of content) if (node) dialog.append(node);
  dialog.addEventListener('close', () => dialog.remove());
  // A search box would take the first Esc to empty itself.
  dialog.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && !event.isComposing) dialog.close();
  });
  document.body.append(dialog);
  dialog.showModal();
  return dialog;
}

import { h } from './dom.ts';

const ROOT = document.documentElement;

/** Light or dark as the machine is set, until the reader says otherwise. */
export function followTheme(): void {
  const dark = window.matchMedia('(prefers-color-scheme: dark)');
  const follow = () => ROOT.setAttribute('data-theme', dark.matches ? 'dark' : 'light');
  dark.addEventListener('change', follow);
  follow();
}

export function themeButton(): HTMLElement {
  const label = () => (ROOT.getAttribute('data-theme') === 'dark' ? '浅色' : '深色');
  const button = h('button', { type: 'button', class: 'theme' }, label());
  button.addEventListener('click', () => {
    ROOT.setAttribute('data-theme', ROOT.getAttribute('data-theme') === 'dark' ? 'light' : 'dark');
    button.textContent = label();
  });
  return button;
}

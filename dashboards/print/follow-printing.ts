import { h } from '../dom.ts';
import { layOut } from './lay-out.ts';
import './print.css';
import type { Report } from './report.ts';

/**
 * Whatever starts printing, the button that is returned, Ctrl+P or the menu, prints the report on sheets of A4, in light
 * colours also from a dark screen; afterwards all is as it was.
 */
export function followPrinting(report: () => Report): HTMLElement {
  const root = document.documentElement;
  let undo: (() => void) | null = null;
  const prepare = () => {
    if (undo !== null) return;
    const theme = root.getAttribute('data-theme') ?? 'light';
    root.setAttribute('data-theme', 'light');
    root.classList.add('printing');
    const sheets = layOut(report());
    undo = () => {
      sheets.remove();
      root.classList.remove('printing');
      root.setAttribute('data-theme', theme);
    };
  };
  window.addEventListener('beforeprint', prepare);
  window.addEventListener('afterprint', () => {
    undo?.();
    undo = null;
  });
  const button = h('button', { type: 'button', class: 'theme print' }, '打印');
  button.addEventListener('click', () => {
    button.textContent = '正在排版…';
    // The words have to be seen before the work begins.
    requestAnimationFrame(() =>
      setTimeout(() => {
        prepare();
        button.textContent = '打印';
        window.print();
      }),
    );
  });
  return button;
}

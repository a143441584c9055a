import { h } from '../dom.ts';
import { coverOf } from './cover.ts';
import { fillSheets } from './fill-sheets.ts';
import { footerOf } from './footer.ts';
import type { Report } from './report.ts';

/** Sheets of A4 with their numbers; they have to be in the document to be measured, and print.css hides them on screens. */
export function layOut(report: Report): HTMLElement {
  const desk = h('div', { class: 'sheets' });
  document.body.append(desk);
  const parts = report.parts.map(({ title, nodes }) => ({
    title,
    sheets: fillSheets([h('h2', {}, title), ...nodes], desk),
  }));
  const before = report.facts === null ? 0 : 1;
  let next = before + 1;
  const contents = parts.map(({ title, sheets }): [string, number] => {
    const number = next;
    next += sheets.length;
    return [title, number];
  });
  const numbered = parts.flatMap(({ title, sheets }) => sheets.map((sheet) => ({ title, sheet })));
  numbered.forEach(({ title, sheet }, i) => {
    sheet.prepend(
      h('div', { class: 'sheet-head' }, h('span', {}, title), h('span', {}, report.notice ?? '')),
    );
    sheet.append(footerOf(report, before + i + 1, before + numbered.length));
  });
  if (report.facts !== null) desk.prepend(coverOf(report, report.facts, contents, before + numbered.length));
  return desk;
}

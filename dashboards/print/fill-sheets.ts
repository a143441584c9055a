import { h } from '../dom.ts';
import { endOfSheet } from './end-of-sheet.ts';
import { fitColumn } from './fit-column.ts';
import { type Piece, piecesOf } from './pieces.ts';
import { prepare } from './prepare.ts';

/**
 * Lays the nodes of a page out on as many sheets of A4 as they need. `desk` is an element of the document in which they
 * are measured: one long column first, then sheet by sheet.
 */
export function fillSheets(nodes: readonly Node[], desk: HTMLElement): HTMLElement[] {
  const column = h('div', { class: 'content' }, ...nodes);
  const measure = h('section', { class: 'sheet measured' }, column);
  prepare(column);
  desk.append(measure);
  const height = heightOf(measure);
  fitColumn(column, height);
  const filled: HTMLElement[] = [];
  // Boxes that are closed and opened again may take a few pixels more than was measured: what then hangs over moves on.
  for (let rest = piecesOf(column); rest.length > 0; ) {
    const end = endOfSheet(rest, height);
    const { sheet, over } = fill(rest.slice(0, end), desk, height);
    filled.push(sheet);
    rest = [...over, ...rest.slice(end)];
  }
  measure.remove();
  return filled;
}

function heightOf(measure: HTMLElement): number {
  const probe = h('section', { class: 'sheet' }, h('div', { class: 'content' }));
  measure.after(probe);
  const height = probe.querySelector('.content')?.clientHeight ?? 0;
  probe.remove();
  return height;
}

function fill(pieces: readonly Piece[], desk: HTMLElement, height: number) {
  const content = h('div', { class: 'content' });
  const sheet = h('section', { class: 'sheet' }, content);
  desk.append(sheet);
  const opened = new Map<Element, Element>();
  for (const piece of pieces) openFor(piece, content, opened).append(...piece.nodes);
  const over: Piece[] = [];
  for (let i = pieces.length - 1; i > 0 && content.scrollHeight > height + 1; i--) {
    const piece = pieces[i];
    if (!piece) break;
    for (const node of piece.nodes) node.remove();
    over.unshift(piece);
  }
  removeEmpty(content);
  return { sheet, over };
}

/** The boxes that a piece stands in, made anew on each sheet; a table brings its columns and its head. */
function openFor({ within }: Piece, content: Element, opened: Map<Element, Element>): Element {
  let outer = content;
  for (const box of within) {
    const known = opened.get(box);
    if (known) {
      outer = known;
      continue;
    }
    const copy = box.cloneNode(false);
    if (!(copy instanceof Element)) continue;
    outer.append(copy);
    outer = box instanceof HTMLTableElement ? openTable(box, copy) : copy;
    opened.set(box, outer);
  }
  return outer;
}

function openTable(table: HTMLTableElement, copy: Element): Element {
  const parts = [table.querySelector(':scope > colgroup'), table.tHead].flatMap((part) =>
    part ? [part.cloneNode(true)] : [],
  );
  const body = document.createElement('tbody');
  copy.append(...parts, body);
  return body;
}

function removeEmpty(content: Element): void {
  for (const table of content.querySelectorAll('table'))
    if (table.tBodies[0]?.rows.length === 0) table.remove();
  for (const box of content.querySelectorAll('div, section, article, ul, ol, dl'))
    if (box.childNodes.length === 0) box.remove();
}

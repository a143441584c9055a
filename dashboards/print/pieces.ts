import type { Extent } from './end-of-sheet.ts';

/** A part of a page that is not divided, with the elements that it stands in, from the outside. */
export interface Piece extends Extent {
  nodes: Element[];
  within: readonly Element[];
}

/** Headings, with the remark that stands below one. */
const HEADING = 'h1, h2, h3, h4, h5, h6, h3 + .note, h4 + .note';

/** Tables of at most so many rows and CSS pixels are not divided. */
const SMALL = { rows: 14, height: 340 };

/** What a column is divided into: rows of tables, items of lists, what stands in plain boxes; all else stays whole. */
export function piecesOf(column: Element): Piece[] {
  return inside(column, []);
}

function inside(box: Element, within: readonly Element[]): Piece[] {
  return [...box.children].flatMap((child): Piece[] => {
    const path = [...within, child];
    if (child instanceof HTMLTableElement) return rowsOf(child, path);
    if (child.tagName === 'DL') return pairsOf(child, path);
    if (child.tagName === 'UL' || child.tagName === 'OL' || isPlainBox(child)) return inside(child, path);
    return [piece([child], within)];
  });
}

/** A chart or a row of cards is no plain box; nor is what has text of its own. */
function isPlainBox(element: Element): boolean {
  if (!['DIV', 'SECTION', 'ARTICLE'].includes(element.tagName) || element.children.length === 0) return false;
  if (element.classList.contains('chart') || getComputedStyle(element).display !== 'block') return false;
  return [...element.childNodes].every(
    (node) => node.nodeType !== Node.TEXT_NODE || !node.textContent?.trim(),
  );
}

function rowsOf(table: HTMLTableElement, within: readonly Element[]): Piece[] {
  const head = table.tHead?.getBoundingClientRect().height ?? 0;
  const body = [...table.tBodies].flatMap((part) => [...part.rows]);
  const { height, top } = table.getBoundingClientRect();
  if (body.length === 0 || (body.length <= SMALL.rows && height <= SMALL.height))
    return [piece([table], within.slice(0, -1))];
  return body.map((row, i) =>
    i === 0 ? { ...piece([row], within), top, repeated: 0 } : { ...piece([row], within), repeated: head },
  );
}

/** A term with its explanation. */
function pairsOf(list: Element, within: readonly Element[]): Piece[] {
  const pairs: Element[][] = [];
  for (const child of list.children) {
    const last = pairs[pairs.length - 1];
    if (child.tagName === 'DT' || !last) pairs.push([child]);
    else last.push(child);
  }
  return pairs.map((nodes) => piece(nodes, within));
}

function piece(nodes: Element[], within: readonly Element[]): Piece {
  const boxes = nodes.map((node) => node.getBoundingClientRect());
  return {
    nodes,
    within,
    top: Math.min(...boxes.map((box) => box.top)),
    bottom: Math.max(...boxes.map((box) => box.bottom)),
    keepWithNext: nodes.every((node) => node.matches(HEADING)),
    repeated: 0,
  };
}

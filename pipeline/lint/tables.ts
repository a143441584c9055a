import type { Unit } from './units.ts';

/** A numeric cell without a unit of its own and the unit that the head of its column gives it. */
export type CellUnits = ReadonlyMap<number, Unit>;

interface Cell {
  text: string;
  start: number;
}

const NUMERIC = /^[\d,.]+%?$|^[-—/]$|^$/;
/** A cell-per-line table has at most so many columns, and cells of at most so many characters. */
const COLUMNS = 7;
const CELL = 16;

/**
 * Writes a table whose cells stand one a line (as reading a Word table gives them) with a tab between the cells of a
 * row. Length and offsets stay.
 */
export function joinCells(text: string): string {
  const chars = [...text.matchAll(/[^\n]*\n?/g)].map((m) => ({
    text: m[0].replace('\n', ''),
    start: m.index,
  }));
  const cuts = new Set<number>();
  for (let i = 0; i < chars.length; i++) {
    const block = chars.slice(i, i + 200);
    const length = block.findIndex((line) => !isCell(line.text));
    const lines = length < 0 ? block : block.slice(0, length);
    const columns = columnsOf(lines);
    for (const [k, line] of lines.entries())
      if (columns > 0 && k % columns < columns - 1) cuts.add(line.start + line.text.length);
    i += Math.max(0, lines.length - 1);
  }
  if (cuts.size === 0) return text;
  return Array.from(text, (char, i) => (cuts.has(i) && char === '\n' ? '\t' : char)).join('');
}

function isCell(text: string): boolean {
  return text.length > 0 && text.length <= CELL && !/[,。;:、\t]/.test(text.replace(/^[\d,.]+%?$/, ''));
}

/** In how many columns the lines fall so that below a head of words every row is a word and figures; 0 for none. */
function columnsOf(lines: readonly Cell[]): number {
  for (let columns = 2; columns <= COLUMNS; columns++) {
    if (lines.length < columns * 2) return 0;
    const whole = lines.slice(0, lines.length - (lines.length % columns));
    const fits = whole.every(({ text }, i) => NUMERIC.test(text) === (i >= columns && i % columns > 0));
    if (fits) return columns;
  }
  return 0;
}

/** The cells of tab-separated tables that need a unit: 件数 gives 件, 占比 and 率 give %. */
export function readCellUnits(text: string): CellUnits {
  const units = new Map<number, Unit>();
  let head: readonly Cell[] = [];
  for (const line of text.matchAll(/[^\n]+/g)) {
    const cells = line[0].includes('\t') ? toCells(line[0], line.index) : [];
    if (cells.length < 2) head = [];
    else if (cells.every((cell) => !/^[\d,.]+%?$/.test(cell.text))) head = isRule(cells) ? head : cells;
    else
      for (const [i, cell] of cells.entries())
        addUnit(units, cell, head.length === cells.length ? head[i] : undefined);
  }
  return units;
}

function addUnit(units: Map<number, Unit>, cell: Cell, head: Cell | undefined): void {
  if (head === undefined || !/^[\d,]+(?:\.\d+)?$/.test(cell.text)) return;
  if (/占比|比例|比重|率|%|百分/.test(head.text)) units.set(cell.start, '%');
  else if (/件|数量|数$|小计|合计|建议|提案|主办|[会协]办/.test(head.text)) units.set(cell.start, '件');
}

function toCells(line: string, start: number): Cell[] {
  let at = start;
  return line.split('\t').map((text) => {
    const cell = { text, start: at };
    at += text.length + 1;
    return cell;
  });
}

/** The line |---|---| under a head in Markdown. */
function isRule(cells: readonly Cell[]): boolean {
  return cells.every((cell) => /^[-:]*$/.test(cell.text));
}

/** Smaller than this cannot be read. */
const SMALLEST_FONT = 7;

/** Makes what is wider than the column or taller than a sheet smaller, and fixes the columns of tables. */
export function fitColumn(column: HTMLElement, height: number): void {
  for (const table of column.querySelectorAll('table')) narrowTable(table, column.clientWidth);
  for (const table of column.querySelectorAll('table')) fixColumns(table);
  for (const figure of column.querySelectorAll('figure')) shrinkChart(figure, height);
}

function narrowTable(table: HTMLTableElement, width: number): void {
  let size = Number.parseFloat(getComputedStyle(table).fontSize);
  while (table.offsetWidth > width && size > SMALLEST_FONT) {
    size = Math.max(SMALLEST_FONT, Math.min(size - 0.5, (size * width) / table.offsetWidth));
    table.style.fontSize = `${size}px`;
  }
  if (table.offsetWidth > width) table.classList.add('breaks');
}

/** Rows on the next sheet keep the columns of the first, and with them the heights that were measured. */
function fixColumns(table: HTMLTableElement): void {
  const cells = [...(table.rows[0]?.cells ?? [])];
  if (cells.some((cell) => cell.colSpan > 1)) return;
  const columns = document.createElement('colgroup');
  for (const cell of cells) {
    const column = document.createElement('col');
    column.style.width = `${cell.getBoundingClientRect().width}px`;
    columns.append(column);
  }
  table.style.width = `${table.getBoundingClientRect().width}px`;
  table.prepend(columns);
  table.style.tableLayout = 'fixed';
}

/** In proportion: a chart of sixty departments is as tall as a sheet and no taller. */
function shrinkChart(figure: HTMLElement, height: number): void {
  const chart = [...figure.querySelectorAll('svg')].sort((a, b) => heightOf(b) - heightOf(a))[0];
  const over = heightOf(figure) - height;
  if (!chart || over <= 0) return;
  const factor = Math.max(0.1, 1 - (over + 2) / heightOf(chart));
  const box = chart.getBoundingClientRect();
  chart.setAttribute('width', String(box.width * factor));
  chart.setAttribute('height', String(box.height * factor));
}

function heightOf(element: Element): number {
  return element.getBoundingClientRect().height;
}

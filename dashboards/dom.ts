type Child = Node | string | number | null;

/** An element with attributes and children. Texts become text nodes: nothing in the data is ever HTML. */
export function h(
  tag: string,
  attributes: Record<string, string | EventListener> = {},
  ...children: Child[]
): HTMLElement {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === 'string') element.setAttribute(name, value);
    else element.addEventListener(name, value);
  }
  for (const child of children)
    if (child !== null) element.append(typeof child === 'number' ? String(child) : child);
  return element;
}

/** A chart with its title, what it says, and the numbers behind it as a table that can be opened. */
export function figure(
  title: string,
  note: string,
  chart: Node | null,
  columns: string[],
  cells: (string | number)[][],
): HTMLElement {
  const empty = cells.length === 0;
  return h(
    'figure',
    {},
    h('figcaption', {}, h('h3', {}, title), h('p', {}, note)),
    empty || chart === null
      ? h('p', { class: 'empty' }, '没有可以统计的数据')
      : h('div', { class: 'chart', role: 'img', 'aria-label': `${title}。${note}` }, chart),
    empty ? null : h('details', {}, h('summary', {}, '查看数据'), dataTable(columns, cells)),
  );
}

export function dataTable(columns: string[], cells: (string | number)[][]): HTMLElement {
  const body = cells.map((row) =>
    h('tr', {}, ...row.map((cell) => h('td', typeof cell === 'number' ? { class: 'number' } : {}, cell))),
  );
  return h(
    'div',
    { class: 'scroll' },
    h(
      'table',
      {},
      h('thead', {}, h('tr', {}, ...columns.map((c) => h('th', { scope: 'col' }, c)))),
      h('tbody', {}, ...body),
    ),
  );
}

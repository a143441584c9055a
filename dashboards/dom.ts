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

export function dataTable(columns: string[], cells: (string | number | Node)[][]): HTMLElement {
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

import MarkdownIt from 'markdown-it';

const renderer = new MarkdownIt({ html: true });

/** Where a value stands in the text while it is rendered; the private use area has no meaning of its own. */
const PLACE = /\uE000(\d+)\uE001/g;

/**
 * The template tag of Markdown cells. Only the cell's own words are Markdown: values become text or, where they are
 * elements, stand as they are, so that a title out of a ledger can be no HTML.
 */
export function md(strings: TemplateStringsArray, ...values: unknown[]): HTMLElement {
  const root = document.createElement('div');
  root.innerHTML = renderer.render(
    strings.map((s, i) => (i === 0 ? s : `\uE000${i - 1}\uE001${s}`)).join(''),
  );
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const texts: Node[] = [];
  while (walker.nextNode()) texts.push(walker.currentNode);
  for (const text of texts) {
    const parts = (text.textContent ?? '').split(PLACE);
    if (parts.length === 1 || !(text instanceof Text)) continue;
    text.replaceWith(...parts.map((part, i) => (i % 2 === 1 ? toNode(values[Number(part)]) : part)));
  }
  return root;
}

function toNode(value: unknown): Node | string {
  if (value instanceof Node) return value;
  if (!Array.isArray(value)) return String(value ?? '');
  const all = document.createDocumentFragment();
  all.append(...value.map(toNode));
  return all;
}

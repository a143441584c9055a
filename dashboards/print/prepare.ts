import { h } from '../dom.ts';

const INTERACTIVE = 'button, input, select, textarea, .take, .save, .tools, .turn, .back';
/** A cell or a paragraph that is longer than a sheet cannot be kept whole. */
const LONGEST_CELL = 400;
const LONGEST_PARAGRAPH = 800;
/** Names and numbers up to this wide are not broken; in Chinese characters. */
const ONE_LINE = 8;

/** Takes away what paper cannot do: buttons, fields, what is folded, links. What is unfolded stays. */
export function prepare(root: HTMLElement): void {
  for (const element of root.querySelectorAll(INTERACTIVE)) element.remove();
  for (const element of root.querySelectorAll('details')) unfold(element);
  for (const element of root.querySelectorAll('a')) element.replaceWith(h('span', {}, ...element.childNodes));
  for (const cell of root.querySelectorAll('td')) shorten(cell);
  for (const cell of root.querySelectorAll('th, td'))
    cell.classList.toggle('one-line', widthOf(cell.textContent ?? '') <= ONE_LINE);
  for (const paragraph of root.querySelectorAll('p')) divide(paragraph);
  for (const list of root.querySelectorAll('ol')) number(list);
}

/** A list that goes on on the next sheet goes on counting. */
function number(list: HTMLOListElement): void {
  list.querySelectorAll<HTMLLIElement>(':scope > li').forEach((item, i) => {
    item.value = list.start + i;
  });
}

function unfold(details: HTMLDetailsElement): void {
  const summary = details.querySelector(':scope > summary');
  if (!details.open || !summary) {
    details.remove();
    return;
  }
  const title = h('h4', {}, ...summary.childNodes);
  summary.remove();
  details.replaceWith(title, ...details.childNodes);
}

function shorten(cell: HTMLElement): void {
  const text = cell.textContent ?? '';
  if (text.length > LONGEST_CELL)
    cell.textContent = `${text.slice(0, LONGEST_CELL)}……（共 ${text.length} 字）`;
}

/** At the end of a sentence where there is one. */
function divide(paragraph: HTMLElement): void {
  const text = paragraph.textContent ?? '';
  if (text.length <= LONGEST_PARAGRAPH || paragraph.children.length > 0) return;
  const parts: HTMLElement[] = [];
  for (let rest = text; rest !== ''; ) {
    const end = rest.length <= LONGEST_PARAGRAPH ? -1 : rest.lastIndexOf('。', LONGEST_PARAGRAPH - 1);
    const length = end > LONGEST_PARAGRAPH / 2 ? end + 1 : LONGEST_PARAGRAPH;
    parts.push(h('p', { class: paragraph.className }, rest.slice(0, length)));
    rest = rest.slice(length);
  }
  paragraph.replaceWith(...parts);
}

/** A digit or a Latin letter is about half as wide as a Chinese character. */
function widthOf(text: string): number {
  return [...text].reduce((sum, char) => sum + (char < '\u2000' ? 0.55 : 1), 0);
}

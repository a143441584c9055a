import type { Chart } from './charts.ts';
import { dataTable, h } from './dom.ts';
import { facts } from './facts.ts';
import { current } from './navigate.ts';
import { type Cell, saveCsv, savePng, saveSvg } from './save.ts';
import { filtersInWords } from './state.ts';

export interface Figure {
  title: string;
  /** What to see and how to read it; one or two sentences. */
  note: string;
  /** null or no cells: there is nothing to draw. */
  chart: Chart | null;
  /** The numbers behind the chart. */
  columns: string[];
  cells: Cell[][];
  /** Definitions of the metrics shown, one click away. */
  definitions?: [name: string, says: string][];
}

/** A chart with its title, what it says, the numbers behind it, and all of that as files to take along. */
export function figure({ title, note, chart, columns, cells, definitions = [] }: Figure): HTMLElement {
  const caption = h('figcaption', {}, h('h3', {}, title), h('p', {}, note));
  if (chart === null || cells.length === 0)
    return h('figure', {}, caption, h('p', { class: 'empty' }, '没有可以统计的数据'));
  const { name, as_of } = facts();
  // The frame says what the picture shows, and the table has its numbers: its thousand shapes are not to be read out.
  chart.setAttribute('aria-hidden', 'true');
  const chosen = filtersInWords(current().filters);
  const source = [name ? `来源：${name}` : '', chosen, as_of ? `统计到 ${as_of}` : '']
    .filter(Boolean)
    .join('；');
  const file = [title, chosen].filter(Boolean).join(' ');
  const button = (label: string, click: () => void) =>
    h('button', { type: 'button', 'aria-label': `${title}：保存为 ${label}`, click }, label);
  return h(
    'figure',
    {},
    caption,
    h('div', { class: 'chart', role: 'img', 'aria-label': `${title}。${note}数值见“数据表”。` }, chart),
    h(
      'div',
      { class: 'take' },
      h('details', { class: 'data' }, h('summary', {}, '数据表'), dataTable(columns, cells)),
      definitions.length === 0 ? null : definitionList(definitions),
      h(
        'span',
        { class: 'save' },
        '保存 ',
        button('CSV', () => saveCsv(file, columns, cells)),
        button('PNG', () => void savePng(file, chart, { title, note, source })),
        button('SVG', () => saveSvg(file, chart, { title, note, source })),
      ),
    ),
  );
}

/** How the numbers are defined, closed until asked for. */
export function definitionList(definitions: [name: string, says: string][]): HTMLElement {
  const lines = definitions.flatMap(([name, says]) => [h('dt', {}, name), h('dd', {}, says)]);
  return h('details', { class: 'definition' }, h('summary', {}, '口径'), h('dl', {}, ...lines));
}

/** The sentence on top of a page, computed from the data, with the definitions of what it states. */
export function finding(sentence: string, definitions: [name: string, says: string][]): HTMLElement {
  return h(
    'div',
    { class: 'finding' },
    h('p', {}, sentence),
    definitions.length === 0 ? null : definitionList(definitions),
  );
}

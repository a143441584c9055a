import { has, rowsOf, text } from '../../data.ts';
import { h } from '../../dom.ts';
import { longText } from './long-text.ts';

const PARTS: [column: string, name: string][] = [
  ['problem', '问题'],
  ['analysis', '分析'],
  ['suggestion', '建议'],
  ['text', '全文'],
];

/** The text in its three parts, or whole where they are not told apart. */
export function textsOf(proposal: number, sourceFile: string): Node[] {
  const title = h('h4', {}, '正文');
  if (!has('texts'))
    return [
      title,
      h(
        'p',
        { class: 'note' },
        `为使文件便于传送，本看板没有附正文和答复。原文见 ${sourceFile}；与看板同一文件夹的 analysis.duckdb 也存有全文。`,
      ),
    ];
  const [row] = rowsOf('texts', proposal);
  const parts = PARTS.flatMap(([column, name]) => {
    const says = text(row?.[column]);
    return says === '' ? [] : [h('h5', {}, name), longText(says, [])];
  });
  return [title, ...(parts.length === 0 ? [h('p', { class: 'note' }, '台账和文档中没有正文')] : parts)];
}

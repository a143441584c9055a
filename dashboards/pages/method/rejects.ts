import { has, num, rows, text } from '../../data.ts';
import { dataTable, h } from '../../dom.ts';
import type { View } from '../../view.ts';

const SCOPES: Record<string, string> = { file: '整个文件', sheet: '整张表', row: '整行', cell: '单元格' };
const MOST = { screen: 200, print: 50 };

/** What could not be read, and why. */
export function rejectsOf({ medium }: View): Node[] {
  if (!has('rejects')) return [];
  const all = rows('rejects');
  const shown = all.slice(0, MOST[medium]);
  const first = shown.length < all.length ? `，以下为前 ${shown.length} 处，其余见 tables.xlsx` : '';
  return [
    h('h3', {}, '没有读入的内容'),
    ...(all.length === 0
      ? [h('p', {}, '全部读入')]
      : [
          h('p', { class: 'note' }, `共 ${all.length} 处${first}。单元格读不出的置空，该件仍计入件数。`),
          dataTable(
            ['范围', '文件', '工作表', '行', '列', '原值', '原因'],
            shown.map((row) => [
              SCOPES[text(row.scope)] ?? text(row.scope),
              text(row.file),
              text(row.sheet),
              num(row.row) || '',
              text(row.column_name),
              text(row.value),
              text(row.reason),
            ]),
          ),
        ]),
  ];
}

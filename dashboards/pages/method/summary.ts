import { has, num, rows, table } from '../../data.ts';
import { finding } from '../../figure.ts';

/** One sentence: from how much the page was computed, and how much of it is in doubt. */
export function summaryOf(): HTMLElement {
  const total = table('proposals').numRows;
  const files = has('inputs') ? ` ${table('inputs').numRows} 个文件的` : '';
  const unread = count('rejects');
  const findings = has('health_findings')
    ? [...new Map(rows('health_findings').map((row) => [row.kind, num(row.of_kind)])).values()]
    : [];
  const found = findings.reduce((sum, ofKind) => sum + ofKind, 0);
  const doubts = [
    ...(has('rejects') ? [unread === 0 ? '内容全部读入' : `${unread} 处内容没有读入`] : []),
    ...(has('health_findings') ? [found === 0 ? '数据体检没有发现问题' : `数据体检有 ${found} 条问题`] : []),
    ...(count('data_warnings') > 0 ? [`${count('data_warnings')} 处数字容易误读`] : []),
  ];
  const says = doubts.length === 0 ? '' : `；${doubts.join('，')}`;
  return finding(`本看板的数字由${files} ${total} 件提案建议算出${says}。`, [
    ['件数', '台账和单独文档中的提案、建议，一件一计；同一件在台账中按单位分行的合为一件。'],
    ['没有读入', '单元格读不出的置空，整行、整表、整个文件读不出的不计入件数；逐处列在本页末。'],
  ]);
}

function count(name: string): number {
  return has(name) ? table(name).numRows : 0;
}

import type { Balance } from './ingest/balance.ts';
import type { RunResult } from './run.ts';

/** What the run prints at its end: the balance of rows, what to look at, and where the dashboard is. */
export function summarize({ balance, unknownColumns, dashboard }: RunResult): string {
  const lines = [
    ...balanceLines(balance),
    ...unknownColumns.map((u) => `未识别的列（内容已保留）  ${u}`),
    `看板：${dashboard}`,
  ];
  return `${lines.join('\n')}\n`;
}

/** 读入 = 成案 + 合并 + 未读入, one line for rows and one for documents. */
export function balanceLines(b: Balance): string[] {
  const n = (count: number) => count.toLocaleString('en');
  const lines = [
    `台账 ${n(b.rows)} 行 = 成案 ${n(b.rows_opened)} + 并入已有案件 ${n(b.rows_joined)} + 未读入 ${n(b.rows_rejected)}`,
  ];
  if (b.documents > 0) {
    const reports = b.documents_reports > 0 ? ` + 办理情况报告 ${n(b.documents_reports)}` : '';
    lines.push(
      `文档 ${n(b.documents)} 份 = 对上台账 ${n(b.documents_matched)} + 单独成案 ${n(b.documents_alone)}${reports} + 未读入 ${n(b.documents_rejected)}`,
    );
  }
  lines.push(
    `共 ${n(b.proposals)} 件；${n(b.cells_rejected)} 个单元格读不出（已置空并登记，见“未能读入的内容”）`,
  );
  if (b.files_rejected > 0) lines.push(`${n(b.files_rejected)} 个文件未读入（见“未能读入的内容”）`);
  return lines;
}

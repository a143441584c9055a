import type { Note } from './compose.ts';
import type { Table } from './document.ts';
import { listCases } from './list-cases.ts';
import { columns } from './table.ts';

/**
 * For every mark of the text its figures, each with its cases and the query that finds them, told once. Counts stand
 * without 件, so that no reader takes the appendix for statements of its own.
 */
export function evidenceTable(notes: readonly Note[]): Table {
  const told = new Map<string, number>();
  return {
    kind: 'table',
    caption: '正文数字的依据',
    columns: columns({ 编号: 0.8, '数字（件）': 2.2, 案件: 3.4, 查询语句: 4.2 }),
    rows: notes.flatMap(({ mark, traces }) =>
      traces.map(({ label, says, sql, ids }) => {
        const first = told.get(sql);
        if (first === undefined) told.set(sql, mark);
        const cases = ids.length === 0 ? '没有' : listCases(ids);
        return [
          `〔${mark}〕`,
          `${label}：${says.replace(/件$/, '')}`,
          ...(first === undefined ? [cases, sql] : [`同〔${first}〕`, `同〔${first}〕`]),
        ];
      }),
    ),
  };
}

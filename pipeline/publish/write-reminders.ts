import { writeFileSync } from 'node:fs';
import { group } from 'd3-array';
import writeExcel from 'write-excel-file/node';
import { guardFormula } from '../text/csv.ts';
import type { Table, Value } from './read-table.ts';
import type { PageFacts } from './write-dashboard.ts';
import { withoutClock } from './write-tables.ts';

/** The columns of every sheet with their widths in characters. */
const COLUMNS: [label: string, width: number][] = [
  ['序号', 6],
  ['编号', 16],
  ['案由', 44],
  ['主办单位', 22],
  ['交办时间', 12],
  ['答复期限', 12],
  ['剩余/逾期天数', 14],
  ['类型', 30],
  ['承诺事项', 60],
  ['承诺时限', 12],
];
/** Excel takes no longer names of sheets, and none of these characters. */
const LONGEST_NAME = 31;
const FORBIDDEN = /[\\/?*[\]:']/g;

type Reminder = Record<string, Value>;

/** The list of reminders as a workbook to send: all of them, then a sheet for each department. Same table, same bytes. */
export async function writeReminders(
  tables: readonly Table[],
  { name, as_of }: PageFacts,
  file: string,
): Promise<void> {
  const table = tables.find((t) => t.name === 'reminders');
  if (!table) throw new Error('mart.reminders is missing');
  const rows = Array.from(
    { length: table.rows },
    (_, i): Reminder =>
      Object.fromEntries(table.columns.map((column) => [column.name, column.values[i] ?? null])),
  );
  const about = `${name}催办清单（截至 ${as_of ?? '统计日不详'}）`;
  const names = new Set<string>();
  const sheets = [
    sheet(unique('全部', names), about, rows),
    ...[...group(rows, (row) => String(row.department ?? '单位不详'))].map(([department, own]) =>
      sheet(unique(department, names), `${department}　${about}`, own),
    ),
  ];
  writeFileSync(file, withoutClock(await writeExcel(sheets).toBuffer()));
}

function sheet(name: string, title: string, rows: readonly Reminder[]) {
  const note = rows.length === 0 ? [[{ ...text('没有需要催办的事项'), wrap: false }]] : [];
  return {
    sheet: name,
    columns: COLUMNS.map(([, width]) => ({ width })),
    stickyRowsCount: 2,
    data: [
      [{ ...text(title), wrap: false, fontWeight: 'bold' as const }],
      COLUMNS.map(([label]) => ({ ...text(label), fontWeight: 'bold' as const, backgroundColor: '#E8EEF4' })),
      ...rows.map((row, i) => cells(row, i + 1)),
      ...note,
    ],
  };
}

function cells(row: Reminder, number: number) {
  const days = Number(row.days_left);
  const source = row.source === 'answer' ? '（答复所写）' : '';
  return [
    { value: number, type: Number },
    text(row.proposal_id),
    text(row.title),
    text(row.department),
    text(row.assigned_on),
    text(row.due_on),
    text(days < 0 ? `逾期 ${-days} 天` : `剩余 ${days} 天`),
    text(`${row.kind_name}${source}`),
    text(row.item),
    text(row.item_due_on),
  ];
}

function text(value: Value | undefined) {
  return { value: guardFormula(String(value ?? '').slice(0, 32_000)), type: String, wrap: true };
}

function unique(name: string, taken: Set<string>): string {
  const plain = name.replace(FORBIDDEN, ' ').trim().slice(0, LONGEST_NAME) || '单位不详';
  let found = plain;
  for (let n = 2; taken.has(found); n++) found = `${plain.slice(0, LONGEST_NAME - 3)}-${n}`;
  taken.add(found);
  return found;
}

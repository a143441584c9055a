import type { Table } from '../publish/read-table.ts';
import { padEnd, padStart } from '../text/width.ts';

/** How many findings of one kind stand on the terminal; the table has all. */
const SHOWN = 8;

/** The health tables as a page for the terminal. */
export function printHealth(tables: readonly Table[], head: readonly string[]): string {
  const [missing, findings, rejects, warnings] = [
    'health_missing',
    'health_findings',
    'rejects',
    'data_warnings',
  ].map((name) => rowsOf(tables, name));
  const parts = [
    ['数据体检', ...head],
    ['一、缺项（缺少件数/应有件数）', ...missingLines(missing ?? [])],
    ['二、逐条问题', ...findingLines(findings ?? [])],
    ['三、未能读入的内容', ...rejectLines(rejects ?? [])],
    ['四、统计时要注意的', ...warningLines(warnings ?? [])],
  ];
  return `${parts.map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

type Row = Record<string, string>;

function rowsOf(tables: readonly Table[], name: string): Row[] {
  const table = tables.find((t) => t.name === name);
  return Array.from({ length: table?.rows ?? 0 }, (_, i) =>
    Object.fromEntries((table?.columns ?? []).map((c) => [c.name, String(c.values[i] ?? '')])),
  );
}

function missingLines(rows: Row[]): string[] {
  const periods = [...new Set(rows.map((r) => r.period ?? ''))];
  const fields = [...new Set(rows.map((r) => r.field ?? ''))];
  if (rows.length === 0) return ['  没有案件'];
  const cell = (field: string, period: string) => {
    const row = rows.find((r) => r.field === field && r.period === period);
    return row ? (row.missing === '0' ? '—' : `${row.missing}/${row.proposals}`) : '';
  };
  const line = (name: string, cells: string[]) =>
    `  ${padEnd(name, 10)}${cells.map((c) => padStart(c, 12)).join('')}`;
  return [
    line('', periods),
    ...fields.map((f) =>
      line(
        f,
        periods.map((p) => cell(f, p)),
      ),
    ),
  ];
}

function findingLines(rows: Row[]): string[] {
  if (rows.length === 0) return ['  没有发现问题'];
  const kinds = [...new Set(rows.map((r) => r.kind ?? ''))];
  return kinds.flatMap((kind) => {
    const found = rows.filter((r) => r.kind === kind);
    const shown = found
      .slice(0, SHOWN)
      .map((r) => `    ${r.proposal_id}  ${[r.department, r.says].filter(Boolean).join('：')}`);
    return [`  ${kind} ${found.length} 条`, ...shown, ...more(found.length)];
  });
}

function warningLines(rows: Row[]): string[] {
  if (rows.length === 0) return ['  没有需要提醒的'];
  const kinds = [...new Set(rows.map((r) => r.kind ?? ''))];
  const place = (r: Row) => [r.period, r.body, r.subject].filter((w) => w !== '全部').join(' ');
  return kinds.flatMap((kind) => {
    const found = rows.filter((r) => r.kind === kind);
    const shown = found.slice(0, SHOWN).map((r) => `    ${place(r)}：${r.says}`);
    return [`  ${kind} ${found.length} 条`, ...shown, ...more(found.length)];
  });
}

function rejectLines(rows: Row[]): string[] {
  if (rows.length === 0) return ['  全部读入'];
  const lines = rows.slice(0, SHOWN * 3).map((r) => {
    const place = [
      r.file,
      r.sheet && `［${r.sheet}］`,
      r.row !== '0' && `第 ${r.row} 行`,
      r.column_name && `“${r.column_name}”列`,
    ];
    return `  ${place.filter(Boolean).join(' ')}：${r.reason}${r.value ? `（${r.value.slice(0, 30)}）` : ''}`;
  });
  return [...lines, ...more(rows.length, SHOWN * 3)];
}

function more(count: number, shown = SHOWN): string[] {
  return count > shown ? [`    …… 另有 ${count - shown} 条，用 --out 文件名.xlsx 查看全部`] : [];
}

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { read, utils } from '@e965/xlsx';
import { describe, expect, it } from 'vitest';
import type { Table, Value } from '../../pipeline/publish/read-table.ts';
import { writeReminders } from '../../pipeline/publish/write-reminders.ts';
import { emptyFolder } from '../folder.ts';

const FIELDS = [
  'kind_name',
  'proposal_id',
  'title',
  'department',
  'assigned_on',
  'due_on',
  'days_left',
  'item',
  'item_due_on',
  'source',
];
const FACTS = { name: '临澜市', notice: null, as_of: '2024-12-31', version: '0' };

function table(...rows: Value[][]): Table {
  const columns = FIELDS.map((name, i) => ({
    name,
    label: name,
    type: 'text' as const,
    values: rows.map((row) => row[i] ?? null),
  }));
  return { name: 'reminders', title: '催办清单', rows: rows.length, columns };
}

async function workbook(...rows: Value[][]) {
  const file = join(emptyFolder(), 'reminders.xlsx');
  await writeReminders([table(...rows)], FACTS, file);
  return { bytes: readFileSync(file), book: read(readFileSync(file)) };
}

const LATE = [
  '逾期未答复',
  '政协-2024-1',
  '=HYPERLINK("http://x")',
  '水利局',
  '2024-03-01',
  '2024-06-01',
  -213,
];
const PROMISE = [
  '承诺即将到期',
  '政协-2024-2',
  '乙',
  '教育/体育局',
  null,
  null,
  5,
  '+建成',
  '2025-01-05',
  'answer',
];

describe('writeReminders', () => {
  it('has a sheet for all and one for each department, with the columns that are sent', async () => {
    const { book } = await workbook(LATE, PROMISE);
    expect(book.SheetNames).toEqual(['全部', '水利局', '教育 体育局']);
    const rows = utils.sheet_to_json<string[]>(book.Sheets.全部 ?? {}, { header: 1, defval: '' });
    expect(rows[0]?.[0]).toBe('临澜市催办清单（截至 2024-12-31）');
    expect(rows[1]?.join()).toBe(
      '序号,编号,案由,主办单位,交办时间,答复期限,剩余/逾期天数,类型,承诺事项,承诺时限',
    );
    expect(rows[2]?.slice(6, 8)).toEqual(['逾期 213 天', '逾期未答复']);
    expect(rows[3]?.slice(6)).toEqual(['剩余 5 天', '承诺即将到期（答复所写）', "'+建成", '2025-01-05']);
  });

  it('holds no formula, whatever a title says', async () => {
    const { book } = await workbook(LATE);
    const cell = book.Sheets.全部?.C3;
    expect([cell?.f, cell?.v]).toEqual([undefined, `'=HYPERLINK("http://x")`]);
  });

  it('says so when there is nothing to remind of, and writes the same bytes twice', async () => {
    const [one, other] = [await workbook(), await workbook()];
    expect(utils.sheet_to_csv(one.book.Sheets.全部 ?? {})).toContain('没有需要催办的事项');
    expect(one.bytes.equals(other.bytes)).toBe(true);
  });
});

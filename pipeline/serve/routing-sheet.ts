import writeExcel from 'write-excel-file/node';
import { guardFormula } from '../text/csv.ts';

/** One line of the routing sheet. */
export interface SheetRow {
  number: string;
  title: string;
  proposer: string;
  topic: string;
  lead: string;
  co: string;
  assigned_on: string;
  due_on: string;
  similar: string;
  reason: string;
  note: string;
}

const COLUMNS: [name: string, width: number, cell: (row: SheetRow, index: number) => string | number][] = [
  ['序号', 6, (_, index) => index + 1],
  ['编号', 10, (r) => r.number],
  ['案由', 40, (r) => r.title],
  ['提案人', 12, (r) => r.proposer],
  ['主题', 14, (r) => r.topic],
  ['主办单位', 20, (r) => r.lead],
  ['会办单位', 22, (r) => r.co],
  ['交办时间', 12, (r) => r.assigned_on],
  ['答复期限', 12, (r) => r.due_on],
  ['相似/并案情况', 28, (r) => r.similar],
  ['理由', 36, (r) => r.reason],
  ['备注', 22, (r) => r.note],
];

/** The routing sheet (分办单) of a week as a workbook, a title row above its header, to be printed on A4 across. */
export async function writeRoutingSheet(
  title: string,
  rows: readonly SheetRow[],
): Promise<Uint8Array<ArrayBuffer>> {
  const style = { borderStyle: 'thin', borderColor: '#8A949E', wrap: true, alignVertical: 'center' } as const;
  const head = {
    value: title,
    columnSpan: COLUMNS.length,
    fontSize: 16,
    height: 32,
    align: 'center',
  } as const;
  const data = [
    [{ ...head, fontWeight: 'bold' as const, alignVertical: 'center' as const }],
    COLUMNS.map(([value]) => ({
      ...style,
      value,
      fontWeight: 'bold' as const,
      align: 'center' as const,
      backgroundColor: '#E8EEF4',
    })),
    ...rows.map((row, index) =>
      COLUMNS.map(([, , cell]) => {
        const value = cell(row, index);
        return typeof value === 'number'
          ? { ...style, value, type: Number, align: 'center' as const }
          : { ...style, value: guardFormula(value), type: String };
      }),
    ),
  ];
  const columns = COLUMNS.map(([, width]) => ({ width }));
  const sheet = { sheet: '分办单', data, columns, stickyRowsCount: 2, orientation: 'landscape' as const };
  return Uint8Array.from(await writeExcel([sheet]).toBuffer());
}

import type { Progress } from '../progress.ts';
import type { Tables } from '../store/load.ts';
import type { Found } from './found.ts';
import { fragmentHider } from './fragments.ts';
import { type Hidden, mark, redact } from './redact.ts';
import { textOf } from './text-of.ts';

/** A column whose name says that every value of it is private. */
const PRIVATE_COLUMN =
  /电话|手机|联系方式|身份证|证件号|银行|卡号|账号|帐号|住址|地址|邮箱|邮件|微信|QQ|车牌|护照/i;
/** People who keep the ledgers and no proposers. */
const STAFF_COLUMN = /经办|联系人|审核|录入|填报|登记人|制表|操作员|承办人|办理人|责任人/;
const IDS = new Set(['proposal_id', 'a', 'b', 'merged_into']);
/** Texts of the program that hold pieces of the office's texts: a number may stand in them cut in two. */
const DERIVED = new Set(['words', 'evidence', 'reason', 'name', 'item', 'suggestion']);

/** The tables with private data of persons hidden in every text, and what was found. Names of proposers stay. */
export function redactTables(
  tables: Tables,
  hidden: Hidden,
  progress: Progress,
): { tables: Tables; found: Found[] } {
  const found: Found[] = [];
  const ids = idMarks(tables, hidden);
  const total = Object.values(tables).reduce((sum, rows) => sum + rows.length, 0);
  const stage = progress.stage('隐去个人信息', total);
  const one = (table: string, row: object): object => {
    stage.advance();
    const entries = Object.entries(row);
    const proposal_id = textOf(row, 'proposal_id') ?? textOf(row, 'a');
    const label = textOf(row, 'column') ?? '';
    const shown = entries.map(([column, value]: [string, unknown]) => {
      if (typeof value !== 'string') return [column, value];
      if (IDS.has(column) && ids.has(value)) return [column, ids.get(value)];
      const whole = wholeCell(table, column, label);
      if (whole !== null) {
        found.push({ kind: whole, table, column, proposal_id, value });
        return [column, mark(whole)];
      }
      const { text, found: pieces } = redact(value, hidden);
      for (const { kind, value } of pieces) found.push({ kind, table, column, proposal_id, value });
      return [column, text];
    });
    return Object.fromEntries(shown);
  };
  const redacted = Object.fromEntries(
    Object.entries(tables).map(([table, rows]) => [
      table,
      rows.map((row) => one(table, prepared(table, row))),
    ]),
  );
  stage.end(`${found.length.toLocaleString('en')} 处`);
  return { tables: hideFragments(redacted, found, ids), found };
}

/** Who reviewed, and what they noted, stays in the office; what is not to be made public says so wherever it is named. */
function prepared(table: string, row: object): object {
  if (table === 'reviews') return { ...row, reviewer: null, note: null };
  if (table !== 'proposals' || textOf(row, 'disclosure') !== '不予公开') return row;
  return { ...row, title: `【不予公开】${textOf(row, 'title')}` };
}

function wholeCell(table: string, column: string, label: string): string | null {
  if (column !== 'value') return null;
  // A whole row that could not be read: nobody knows which of its cells are what.
  if (table === 'rejects' && label === '') return '整行内容';
  if (PRIVATE_COLUMN.test(label)) return '联系信息';
  return STAFF_COLUMN.test(label) ? '工作人员' : null;
}

/** Ids that hold private data, each with a mark of its own, so that rows still belong together. */
function idMarks(tables: Tables, hidden: Hidden): Map<string, string> {
  const marks = new Map<string, string>();
  for (const row of tables.proposals ?? []) {
    const id = textOf(row, 'proposal_id');
    if (id !== null && redact(id, hidden).found.length > 0) marks.set(id, `［标识已隐去${marks.size + 1}］`);
  }
  return marks;
}

/** Hides what the program quoted of private data, such as 0013 of 138-0013-8000 among deciding words. */
function hideFragments(tables: Tables, found: readonly Found[], ids: ReadonlyMap<string, string>): Tables {
  const hide = fragmentHider(found, ids);
  if (hide === null) return tables;
  return Object.fromEntries(
    Object.entries(tables).map(([table, rows]) => [
      table,
      rows.map((row) => {
        const owners = ['proposal_id', 'a', 'b'].flatMap((key) => textOf(row, key) ?? []);
        return Object.fromEntries(
          Object.entries(row).map(([column, value]: [string, unknown]) => [
            column,
            typeof value === 'string' && DERIVED.has(column) ? hide(value, owners) : value,
          ]),
        );
      }),
    ]),
  );
}

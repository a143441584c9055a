import { InputError } from '../errors.ts';
import type { TableColumn } from '../publish/read-table.ts';
import { query } from '../query/query.ts';
import type { CompiledCell } from './compiled.ts';

export interface AnsweredQuery {
  id: number;
  columns: TableColumn[];
}

export interface Answers {
  answered: AnsweredQuery[];
  failed: { cell: CompiledCell; says: string }[];
}

/** Values beyond which an office computer's browser would no longer open the page. */
const MOST = 4_000_000;
const TOO_LARGE = '查询结果太大，页面会打不开；请先在 SQL 里汇总，或加 limit';

/** Asks the run what the SQL cells of a notebook ask. */
export async function answerQueries(cells: readonly CompiledCell[], run: string): Promise<Answers> {
  const answers: Answers = { answered: [], failed: [] };
  for (const cell of cells) {
    try {
      const { columns, rows } = await query(run, ordered(cell.source), true);
      if (rows * columns.length > MOST) answers.failed.push({ cell, says: TOO_LARGE });
      else answers.answered.push({ id: cell.id, columns });
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      answers.failed.push({ cell, says: error.message.replace(/^SQL：/, '') });
    }
  }
  return answers;
}

/** Rows without an order come in any; the same run must give the same page. The line breaks end a comment at the end. */
function ordered(source: string): string {
  const statement = source.trim().replace(/;+\s*$/, '');
  return `select * from (\n${statement}\n)${/\border\s+by\b/i.test(statement) ? '' : ' order by all'}`;
}

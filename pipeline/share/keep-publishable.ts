import type { Tables } from '../store/load.ts';
import { textOf } from './text-of.ts';

/** A proposal that is not shown to the public. */
export interface LeftOut {
  proposal_id: string;
  title: string;
  /** 依申请公开, 不予公开 or 未注明. */
  disclosure: string;
}

/** Tables that hold texts of proposals and answers or notes of the office: no statistic needs them. */
const WITHOUT = [
  'extras',
  'rejects',
  'reviews',
  'report_facts',
  'links',
  'issues',
  'issue_members',
  'obstacles',
  'suggestion_answers',
  'routes',
];
/** What a row of the public list and statistics has no use for. */
const EMPTY: Record<string, readonly string[]> = {
  proposals: ['text', 'problem', 'analysis', 'suggestion', 'proposer', 'sector'],
  handlings: ['reply_text', 'department_raw'],
};

/**
 * The tables with the rows of those proposals whose 公开属性 is one of `disclosures` (未注明: the ledger does not say),
 * without their texts and proposers.
 */
export function keepPublishable(
  tables: Tables,
  disclosures: readonly string[],
): { kept: Tables; leftOut: LeftOut[] } {
  const leftOut = new Map<string, LeftOut>();
  for (const row of tables.proposals ?? []) {
    const disclosure = textOf(row, 'disclosure') ?? '未注明';
    const proposal_id = textOf(row, 'proposal_id') ?? '';
    if (!disclosures.includes(disclosure))
      leftOut.set(proposal_id, { proposal_id, title: textOf(row, 'title') ?? '', disclosure });
  }
  const isKept = (row: object) => {
    const id = textOf(row, 'proposal_id');
    return id === null || !leftOut.has(id);
  };
  const kept = Object.entries(tables).map(([table, rows]): [string, readonly object[]] => {
    if (WITHOUT.includes(table)) return [table, []];
    const none = Object.fromEntries((EMPTY[table] ?? []).map((column) => [column, null]));
    return [table, rows.filter(isKept).map((row) => ({ ...row, ...none }))];
  });
  return { kept: Object.fromEntries(kept), leftOut: [...leftOut.values()] };
}

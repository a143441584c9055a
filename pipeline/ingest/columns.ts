import { join } from 'node:path';
import { z } from 'zod';
import { ROOT } from '../root.ts';
import { readYaml } from '../yaml.ts';

/** What a ledger column can mean. `data/columns.yaml` says which headers mean it. */
export const FIELDS = [
  'id',
  'number',
  'title',
  'text',
  'problem',
  'analysis',
  'suggestion',
  'body',
  'level',
  'session',
  'year',
  'proposer',
  'co_proposers',
  'proposer_type',
  'sector',
  'district',
  'category',
  'submitted_on',
  'filed',
  'merged_into',
  'key_proposal',
  'disclosure',
  'lead',
  'co',
  'department',
  'role',
  'assigned_on',
  'due_on',
  'replied_on',
  'met_on',
  'outcome',
  'reply_text',
  'attitude',
  'result',
  'feedback_on',
  'attitude_2',
  'result_2',
  'feedback_2_on',
  'returned_on',
  'returned_from',
  'later_outcome',
  'later_outcome_on',
  'promise',
  'promise_due_on',
  'promise_fulfilled_on',
  'serial',
] as const;
export type Field = (typeof FIELDS)[number];

/** Fields that several columns of one ledger may fill (会办单位1, 会办单位2): their values are joined by 、 */
export const JOINED_FIELDS: ReadonlySet<Field> = new Set(['lead', 'co', 'department', 'co_proposers']);

export type ColumnNames = ReadonlyMap<string, Field>;

const schema = z.record(z.enum(FIELDS), z.array(z.string()).min(1));

/**
 * Header text (normalised) → field, from data/columns.yaml and the workspace's own `columns`, which win.
 * Throws InputError with line numbers when the file has mistakes.
 */
export function readColumnNames(own: Partial<Record<Field, string[]>> = {}): ColumnNames {
  const shipped = readYaml(join(ROOT, 'data', 'columns.yaml'), schema, 'data/columns.yaml');
  const names = new Map<string, Field>();
  for (const field of FIELDS) for (const name of shipped[field]) names.set(normalizeHeader(name), field);
  for (const field of FIELDS) for (const name of own[field] ?? []) names.set(normalizeHeader(name), field);
  return names;
}

/** A header without white space, bracketed remarks, stars, colons and a trailing counter: 会办单位 2（可多个） → 会办单位 */
export function normalizeHeader(header: string): string {
  return header
    .normalize('NFKC')
    .replace(/\s+/g, '')
    .replace(/\([^)]*\)|\[[^\]]*\]|【[^】]*】/g, '')
    .replace(/^[*#]+|[*:：]+$/g, '')
    .replace(/(?<=\p{Script=Han})\d$/u, '')
    .toLowerCase();
}

import type { Config } from '../config.ts';
import type { Progress } from '../progress.ts';
import type { Tables } from '../store/load.ts';
import type { Audience } from './audience.ts';
import type { Found } from './found.ts';
import { keepPublishable, type LeftOut } from './keep-publishable.ts';
import { nameFinder, personNames } from './person-names.ts';
import { redactTables } from './redact-tables.ts';
import { textOf } from './text-of.ts';

/** What an audience may see of the tables of the schema raw, and what it may not. */
export interface Shared {
  tables: Tables;
  /** Private data that were hidden, piece by piece. */
  found: Found[];
  /** Proposals that are left out, each with its 公开属性. */
  leftOut: LeftOut[];
}

/**
 * internal: everything. leadership: everything without private data of persons; proposers are named, reviewers are not.
 * public: only what is certainly publishable, without anybody's name; the statistics over it are suppressed later
 * (suppress.ts), when they are added up.
 */
export function share(
  tables: Tables,
  audience: Audience,
  { hide, public_disclosure }: Config,
  progress: Progress,
): Shared {
  const words = nameFinder(hide ?? []);
  const nobody = nameFinder([]);
  const runs = (tables.runs ?? []).map((run) => ({ ...run, audience }));
  if (audience === 'internal') return { tables, found: [], leftOut: [] };
  if (audience === 'leadership')
    return { ...redactTables({ ...tables, runs }, { names: nobody, words }, progress), leftOut: [] };
  const { kept, leftOut } = keepPublishable(tables, public_disclosure ?? ['主动公开']);
  const names = nameFinder(namesIn(tables));
  const redacted = redactTables({ ...kept, runs }, { names, words }, progress);
  const found = redacted.found.filter(({ table, column }) => LISTED.has(`${table}.${column}`));
  return { tables: redacted.tables, found, leftOut };
}

/** The texts of a ledger that the public sees. */
const LISTED: ReadonlySet<string> = new Set([
  'proposals.title',
  'proposals.number',
  'runs.name',
  'runs.notice',
]);

/** Columns of persons that no field claims, and what a ledger says otherwise elsewhere. */
const PERSONS = /附议|联名|提案人|提案者|提出人|领衔|建议人|代表|委员|proposer|姓名|联系人|经办|审核/;

/** Everybody who stands in a column for persons, of all proposals: a title may name somebody else's proposer. */
function namesIn(tables: Tables): string[] {
  const of = (table: string, column: string, rows = tables[table] ?? []) =>
    rows.flatMap((row) => personNames(textOf(row, column) ?? ''));
  const persons = (tables.extras ?? []).filter((row) => PERSONS.test(textOf(row, 'column') ?? ''));
  return [...of('proposals', 'proposer'), ...of('extras', 'value', persons), ...of('reviews', 'reviewer')];
}

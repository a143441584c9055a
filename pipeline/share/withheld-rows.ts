import type { Withheld } from './audit.ts';
import type { Found } from './found.ts';
import type { LeftOut } from './keep-publishable.ts';
import { FAMILIES, FAMILY_NAMES, type Family, SMALL } from './relations.ts';

/** One line of what is not published. */
export interface WithheldRow {
  kind: '不列的件' | '标题中隐去' | '不公布的数字';
  year: number | null;
  /** 合计, a topic or a department; null for lines that are not about numbers. */
  name: string | null;
  what: string;
  /** How many; 不足5 for 1 to 4. Null for numbers: how many are withheld for being small would say which. */
  amount: string | null;
  rule: string;
}

const RULES = {
  left_out: '公开稿只列公开属性允许公开的件',
  hidden: '标题中的人名、电话、住址等按规则隐去',
  number: `有1至${SMALL}的数，或与这样的数相加减可得的，一并不公布`,
};
const DISCLOSURES = ['不予公开', '依申请公开', '未注明'];

/** What a public run withholds, for the page, the workbook and the manifest. */
export function withheldRows(
  withheld: Withheld,
  leftOut: readonly LeftOut[],
  found: readonly Found[],
): WithheldRow[] {
  const none = { year: null, name: null };
  return [
    ...amounts(
      DISCLOSURES.map((name) => [name, leftOut.filter((one) => one.disclosure === name).length]),
    ).map(
      ([what, amount]): WithheldRow => ({ kind: '不列的件', ...none, what, amount, rule: RULES.left_out }),
    ),
    ...amounts(kinds(found)).map(
      ([what, amount]): WithheldRow => ({ kind: '标题中隐去', ...none, what, amount, rule: RULES.hidden }),
    ),
    ...[...withheld].map(
      ([row, families]): WithheldRow => ({
        kind: '不公布的数字',
        year: row.year,
        name: `${row.name}（${row.per}）`,
        what: familyNames(families),
        amount: null,
        rule: RULES.number,
      }),
    ),
  ];
}

/** 按时和逾期、面商; 件数和全部指标 says all of them. */
export function familyNames(families: ReadonlySet<Family>): string {
  if (families.has('size')) return FAMILY_NAMES.size;
  const all: readonly string[] = Object.keys(FAMILIES);
  return [...families]
    .sort((a, b) => all.indexOf(a) - all.indexOf(b))
    .map((family) => FAMILY_NAMES[family])
    .join('、');
}

function kinds(found: readonly Found[]): [string, number][] {
  const own = found.filter(({ table, column }) => table === 'proposals' && column === 'title');
  const names = [...new Set(own.map(({ kind }) => kind))].sort();
  return names.map((name) => [name, own.filter(({ kind }) => kind === name).length]);
}

/**
 * Numbers from 1 to 4 read 不足5. Where just one does, the next smallest is not told either, so that nobody who knows
 * the sum of all can subtract.
 */
export function amounts(counts: readonly (readonly [string, number])[]): [string, string][] {
  const some = counts.filter(([, count]) => count > 0);
  const isSmall = (count: number) => count <= SMALL;
  const large = some.map(([, count]) => count).filter((count) => !isSmall(count));
  const next = some.length - large.length === 1 ? Math.min(...large) : Number.NaN;
  const covered = some.findIndex(([, count]) => count === next);
  return some.map(([name, count], i) => [
    name,
    isSmall(count) ? `不足${SMALL + 1}` : i === covered ? `${SMALL + 1}以上` : String(count),
  ]);
}

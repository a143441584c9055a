import { sumOf } from './arithmetic.ts';
import type { Finding } from './check.ts';
import type { Enumeration } from './enumerate.ts';
import type { Mention } from './mention.ts';
import { isCount, statedTotal, totalsOf } from './totals.ts';

/**
 * The sums of a report. A sum that comes out is a passed check wherever its total stands; one that does not is only
 * reported where the words say that the parts are all of the whole.
 */
export function checkSums(lists: readonly Enumeration[]): Finding[] {
  const unstated = lists.filter((list) => list.family === 'matter' && list.items.length >= 2);
  return lists.flatMap((list) => {
    if (list.items.length < 2) return openRole(list, lists);
    const passed = comesOut(list) ?? ofBodies(list, unstated);
    if (passed) return [passed];
    const failed = fails(list);
    return failed ? [failed] : [];
  });
}

/** The parts with their total: a count elsewhere, one of the items itself, or with a remainder named elsewhere. */
function comesOut(list: Enumeration): Finding | null {
  const totals = totalsOf(list);
  const sum = sumOf(list.items.map((m) => m.value));
  const total = totals.find((m) => m.value === sum);
  if (total) return passed(list.items, total);
  for (const own of list.items.length > 2 ? [list.items[0], list.items.at(-1)] : []) {
    const others = list.items.filter((m) => m !== own);
    if (own && sumOf(others.map((m) => m.value)) === own.value) return passed(others, own);
  }
  const stated = statedTotal(list);
  const rest = stated && list.near.find((m) => isRemainder(m, list, stated.value - sum));
  return stated && rest ? passed([...list.items, rest], stated) : null;
}

/** 立案470件、并案23件 of 578, and later 没有立案的85件. */
function isRemainder(mention: Mention, { items, family }: Enumeration, value: number): boolean {
  if (value <= 0 || mention.value !== value || !isCount(mention) || items.includes(mention)) return false;
  return mention.family === family || (family === 'matter' && mention.family === 'plain');
}

/** 提案11件、建议6件 … A类6件、B类11件: the total is the sum of the bodies and stands nowhere. */
function ofBodies(list: Enumeration, unstated: readonly Enumeration[]): Finding | null {
  if (list.family === 'matter') return null;
  const sum = sumOf(list.items.map((m) => m.value));
  const near = new Set(list.near);
  const bodies = unstated.find(
    ({ items }) => items.every((m) => near.has(m)) && sumOf(items.map((m) => m.value)) === sum,
  );
  const [first] = bodies?.items ?? [];
  return first ? passed(list.items, { ...first, value: sum }) : null;
}

function passed(parts: readonly Mention[], total: Mention): Finding {
  const sum = sumOf(parts.map((m) => m.value));
  return {
    kind: 'sum',
    ok: true,
    class: null,
    says: says(parts, total.value),
    computed: `${sum}`,
    about: [...parts, total],
  };
}

function fails(list: Enumeration): Finding | null {
  const parts = partsOf(list);
  const total = wholeOf(list, parts);
  if (parts.length < 2 || !total || !claimsAll(list, parts, total)) return null;
  const sum = sumOf(parts.map((m) => m.value));
  if (sum === total.value) return null;
  const open =
    list.family !== 'matter' &&
    sum < total.value &&
    !sharesAreFull(parts, list.near) &&
    !isNear(sum, total.value);
  return {
    kind: 'sum',
    ok: false,
    class: open ? 'incomplete' : 'error',
    says: says(parts, total.value),
    computed: `${sum}`,
    about: [...parts, total],
  };
}

/** In a list by body, the figure for both bodies is the total and no part. */
function partsOf({ family, items }: Enumeration): Mention[] {
  return family === 'matter' ? items.filter((m) => m.body !== '合计') : items;
}

function wholeOf(list: Enumeration, parts: readonly Mention[]): Mention | null {
  if (list.family !== 'matter') return statedTotal(list);
  const [first] = parts;
  if (first && first.metric !== 'received' && first.metric !== 'other')
    return list.near.findLast((m) => isDividedBy(m, first)) ?? null;
  const both = list.items.filter((m) => m.body === '合计' && !parts.includes(m));
  const near = both.find((m) => Math.abs(m.phrase.sentence - (parts[0]?.phrase.sentence ?? 0)) <= 1);
  const behind = totalsOf(list).find(
    (m) => m.family === 'total' && Math.abs(m.phrase.sentence - (parts[0]?.phrase.sentence ?? 0)) <= 1,
  );
  return near ?? behind ?? plainTotal(list, parts);
}

/** 全年共办理152件,其中建议87件、提案65件: a total whose words name no body, where the parts come near it. */
function plainTotal({ near }: Enumeration, parts: readonly Mention[]): Mention | null {
  const [first] = parts;
  const before = near.findLast(
    (m) =>
      first !== undefined &&
      m.metric === 'received' &&
      m.family === 'plain' &&
      m.phrase.quantity.start < first.phrase.quantity.start &&
      first.phrase.sentence - m.phrase.sentence <= 1,
  );
  return before && isNear(sumOf(parts.map((m) => m.value)), before.value) ? before : null;
}

/** 会办23件,即建议16件、提案7件: the count of the same kind just before. */
function isDividedBy(whole: Mention, part: Mention): boolean {
  if (whole.unit === '%' || whole.family === 'matter' || whole.metric !== part.metric) return false;
  return (
    whole.phrase.segment === part.phrase.segment && whole.phrase.quantity.start < part.phrase.quantity.start
  );
}

/** Do the words say that the parts are all of the whole? Overlapping counts (其中重点…) never do. */
function claimsAll(list: Enumeration, parts: readonly Mention[], total: Mention): boolean {
  const sum = sumOf(parts.map((m) => m.value));
  switch (list.family) {
    case 'role':
    case 'filing':
    case 'outcome':
    case 'period':
      return new Set(parts.map((m) => m.metric)).size > 1 || list.family === 'period';
    case 'matter':
      if (new Set(parts.map((m) => `${m.body} ${m.metric}`)).size === parts.length) return true;
      // 省建议7件、省提案9件、市建议213件、市提案341件,总计560件
      return (
        total.family === 'total' &&
        total.phrase.sentence === parts[0]?.phrase.sentence &&
        isNear(sum, total.value)
      );
    case 'rating':
      return total.family === 'response' || total.refers;
    case 'progress':
      return parts.length > 2 && isNear(sum, total.value);
    case 'topic':
    case 'proposer':
      return sharesAreFull(parts, list.near) || (parts.length > 2 && isNear(sum, total.value));
    default:
      return false;
  }
}

/** Off by a tenth at most: a slip and not a selection. */
function isNear(sum: number, total: number): boolean {
  return Math.abs(total - sum) <= Math.max(1, total * 0.1);
}

/** The parts carry shares that add up to the whole. */
function sharesAreFull(parts: readonly Mention[], mentions: readonly Mention[]): boolean {
  const shares = parts.map((part) => mentions.find((m) => m.unit === '%' && m.of === part)?.value);
  if (shares.some((share) => share === undefined)) return false;
  return Math.abs(sumOf(shares.map((share) => share ?? 0)) - 100) <= 1;
}

/** 人大建议里主办5件、协办3件;提案里分办15件, of 16: one role is told of, as if it were all. */
function openRole(list: Enumeration, lists: readonly Enumeration[]): Finding[] {
  const [only] = list.items;
  const beside = lists.find((other) => other.family === 'role' && other.items.length > 1);
  const names = only?.phrase.before[0]?.meanings.some((meaning) => meaning.kind === 'matter');
  if (!only || !names || list.family !== 'role' || beside?.items[0]?.phrase.sentence !== only.phrase.sentence)
    return [];
  const total = totalsOf(list).find((m) => m.metric === 'received' && m.body === only.body);
  if (!total || only.value >= total.value) return [];
  return [
    {
      kind: 'sum',
      ok: false,
      class: 'incomplete',
      says: says([only], total.value),
      computed: `${only.value}`,
      about: [only, total],
    },
  ];
}

function says(parts: readonly Mention[], total: number): string {
  return `${parts.map((m) => m.value).join('+')}=${total}`;
}

import { bearsOut, roundedShare, sumOf } from './arithmetic.ts';
import type { Finding } from './check.ts';
import type { Enumeration } from './enumerate.ts';
import type { Mention } from './mention.ts';
import { statedTotal, totalsOf } from './totals.ts';

/** A printed share with the count it is the share of. */
interface Share {
  printed: Mention;
  part: Mention;
}

/** A count that shares may refer to. */
interface Whole {
  value: number;
  mention: Mention;
}

/** A share that misses by more than this refers to a whole that the report does not state. */
const WIDE = 10;

/** The shares of a report: each against its whole, and those of one list against 100 %. */
export function checkShares(lists: readonly Enumeration[], text: string): Finding[] {
  return lists.flatMap((list) => {
    const shares = list.near.flatMap((printed) => partOf(printed, list.near));
    const own = shares.filter(({ part }) => list.items.includes(part));
    const each = checkList(own, wholesOf(list), statedTotal(list));
    // A forced digit is told once, and not again as a sum that does not make 100.
    const forced = each.some((finding) => finding.class === 'rounding');
    return forced ? each : [...each, ...checkFull(list, own, SAID.test(text))];
  });
}

/** What a printed share is the share of. A rate has a part where a count of the same kind stands before it. */
function partOf(printed: Mention, mentions: readonly Mention[]): Share[] {
  if (printed.unit !== '%' || isBound(printed)) return [];
  if (printed.family !== 'rate' && printed.of) return [{ printed, part: printed.of }];
  if (printed.value === 100) return [];
  const filing = printed.phrase.before.some((term) => term.text === '立案率');
  const part = filing ? lastBefore(printed, mentions, (m) => m.metric === 'filed') : printed.of;
  const counts = filing || /^(?:progress|outcome|adoption|rating)$/.test(part?.family ?? '');
  return part && counts ? [{ printed, part }] : [];
}

/** 90%以上 cannot be computed again; 约11% can, with some room. */
function isBound({ phrase }: Mention): boolean {
  return /以[上下]|超|不[到足]|之上/.test(phrase.quantity.hedge ?? '');
}

function lastBefore(
  printed: Mention,
  mentions: readonly Mention[],
  test: (m: Mention) => boolean,
): Mention | null {
  const before = mentions.slice(0, mentions.indexOf(printed)).filter((m) => m.unit !== '%' && test(m));
  return before.at(-1) ?? null;
}

/** Everything that the shares of a list may refer to, likeliest first. */
function wholesOf(list: Enumeration): Whole[] {
  const [first] = list.items;
  if (!first) return [];
  const sum = { value: sumOf(list.items.map((m) => m.value)), mention: first };
  const totals = totalsOf(list).map((mention) => ({ value: mention.value, mention }));
  const inner = list.items.map((mention) => ({ value: mention.value, mention }));
  return list.items.length > 1 ? [sum, ...totals, ...inner] : totals;
}

function checkList(shares: readonly Share[], wholes: readonly Whole[], stated: Mention | null): Finding[] {
  if (shares.length === 0) return [];
  const { common, count } = commonWhole(shares, wholes);
  // Where most shares agree on a whole, one that only fits another is wrong and fits that by chance.
  const settled = count >= 2 && count * 2 > shares.length;
  return shares.flatMap((share) => {
    const fitting = [common, ...(settled ? [] : wholes)].find((whole) => whole && fits(share, whole));
    if (fitting) return [shareFinding(share, fitting, true)];
    const alone =
      stated && stated.value >= share.part.value ? { value: stated.value, mention: stated } : null;
    const whole = common ?? alone;
    if (!whole || (!common && distance(share, whole) > WIDE)) return [];
    return [shareFinding(share, whole, false)];
  });
}

/** The whole that bears out most of the shares, and how many; null when it bears out none. */
function commonWhole(
  shares: readonly Share[],
  wholes: readonly Whole[],
): { common: Whole | null; count: number } {
  let common: Whole | null = null;
  let count = 0;
  for (const whole of wholes) {
    const fitting = shares.filter((share) => fits(share, whole)).length;
    if (fitting > count) [common, count] = [whole, fitting];
  }
  return { common, count };
}

export function fits(share: Share, whole: Whole): boolean {
  const { part, printed } = share;
  if (printed.phrase.quantity.hedge !== null && distance(share, whole) < 1) return true;
  return whole.value >= part.value && bearsOut(part.value, whole.value, printed.value, printed.decimals);
}

function distance({ part, printed }: Share, whole: Whole): number {
  return Math.abs((part.value / whole.value) * 100 - printed.value);
}

/** A share computed again: a last digit that is one off is rounding, more is an error. */
export function shareFinding(share: Share, whole: Whole, ok: boolean): Finding {
  const { part, printed } = share;
  const computed = (part.value / whole.value) * 100;
  const rounded = roundedShare(part.value, whole.value, printed.decimals);
  const lastDigit = Math.abs(rounded - printed.value) <= 1.000001 * 10 ** -printed.decimals;
  return {
    kind: 'percent',
    ok,
    class: ok ? null : lastDigit ? 'rounding' : 'error',
    says: `${part.value}/${whole.value}=${printText(printed)}`,
    computed: `${computed.toFixed(Math.max(2, printed.decimals + 1))}%`,
    about: [part, printed],
  };
}

function printText({ value, decimals }: Mention): string {
  return `${value.toFixed(decimals)}%`;
}

/** A report that says why its shares do not add up needs no telling. */
const SAID = /四舍五入|尾差/;
/** Tails that a reader notices: 100.1 looks like a slip, 99.99 does not. */
const VISIBLE = 0.05;

/** Shares of a full list that do not add to 100: by the last digits (100.1), or because one is wrong. */
function checkFull(list: Enumeration, shares: readonly Share[], said: boolean): Finding[] {
  if (shares.length < 2 || shares.length !== list.items.length) return [];
  const sum = sumOf(shares.map(({ printed }) => printed.value));
  const decimals = Math.max(...shares.map(({ printed }) => printed.decimals));
  const tail = Math.abs(sum - 100);
  const allowed = (shares.length / 2) * 10 ** -decimals + 1e-9;
  if (said && tail <= allowed) return [];
  if (tail < VISIBLE || tail > WIDE || (tail > allowed && !isFull(list, shares))) return [];
  if (tail < 1 && shares.some(({ printed }) => printed.decimals === 0 && decimals > 0)) return [];
  const printed = shares.map((share) => share.printed);
  return [
    {
      kind: 'sum',
      ok: false,
      class: tail > allowed ? 'error' : 'rounding',
      says: `${printed.map((m) => m.value).join('+')}=100`,
      computed: `${sum}`,
      about: printed,
    },
  ];
}

/** The counts of the list are all of one whole, so that its shares must add to 100. */
function isFull({ items }: Enumeration, shares: readonly Share[]): boolean {
  const whole = sumOf(items.map((m) => m.value));
  return (
    shares.filter((share) => fits(share, { value: whole, mention: share.part })).length * 2 > shares.length
  );
}

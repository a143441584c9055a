import type { Enumeration } from './enumerate.ts';
import type { Mention } from './mention.ts';

/** How many counts back a total may stand. */
const REACH = 24;

export function isCount(mention: Mention): boolean {
  return mention.unit !== '%' && mention.unit !== '个百分点' && mention.unit !== '人次';
}

/**
 * The counts that may be the whole of an enumeration, likeliest first: what stands before its bracket, then the
 * counts before it from near to far, then a total behind it.
 */
export function totalsOf(list: Enumeration): Mention[] {
  const members = new Set(list.items);
  const first = list.items[0];
  const last = list.items.at(-1);
  if (!first || !last) return [];
  const inner = new Set(list.items.map((m) => m.phrase));
  const counts = list.near.filter(
    (m) => isCount(m) && !members.has(m) && !(m.phrase.head && inner.has(m.phrase.head)),
  );
  const before = counts
    .filter((m) => m.phrase.quantity.start < first.phrase.quantity.start)
    .slice(-REACH)
    .reverse();
  const head = before.filter((m) => m.phrase === first.phrase.head);
  const behind = counts.filter(
    (m) =>
      m.family === 'total' &&
      m.phrase.quantity.start > last.phrase.quantity.start &&
      m.phrase.sentence <= last.phrase.sentence + 1,
  );
  return [...head, ...before.filter((m) => !head.includes(m)), ...behind];
}

/** The nearest total that the sentence structure offers: a count of cases as a whole, here or in the sentence before. */
export function statedTotal(list: Enumeration): Mention | null {
  const [first] = list.items;
  if (!first) return null;
  const { head } = first.phrase;
  const offered = totalsOf(list).filter((m) => m.phrase === head || isWhole(m, list));
  const reach = list.family === 'progress' ? 6 : 2;
  // 热线电话72件,其中县长公开电话1件 … 直接答复17件: what is less than a part is no whole of it.
  const least = list.family === 'progress' ? Math.max(...list.items.map((m) => m.value)) : 0;
  const near = offered.filter((m) => first.phrase.sentence - m.phrase.sentence <= reach && m.value >= least);
  // 建议40件、提案32件, then A类17件 …: the classes of both divide the figure for both.
  const ofBoth = first.body === null || first.body === '合计' ? '合计' : first.body;
  return near.find((m) => m.phrase === head) ?? near.find((m) => m.body === ofBoth) ?? near[0] ?? null;
}

/** A role divides what was received; an outcome what was received, filed or led. */
function isWhole(mention: Mention, { family }: Enumeration): boolean {
  if (mention.refers || mention.family === 'total') return true;
  if (family === 'progress') return mention.family === 'progress';
  if (family === 'role' || family === 'filing') return mention.metric === 'received';
  if (family === 'rating') return mention.family === 'response' || mention.metric === 'received';
  return /^(?:received|filed|lead|lead_or_joint)$/.test(mention.metric);
}

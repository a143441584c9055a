import { roundedShare, sumOf } from '../arithmetic.ts';
import type { Enumeration } from '../enumerate.ts';
import type { Mention } from '../mention.ts';
import type { Noter, Remark } from './note.ts';

/** 占比 and nothing behind it; 分别占比 stands for the last two counts. */
const LOST = /(分别)?(?:占比|所占比例|所占比重|占总数的?|比例为)(?=[,;。、)]|$)/g;

/** 38件,占比,: the share was lost in copying; it is computed again where the list tells the whole. */
export const noteLostShares: Noter = (mentions, lists, text) =>
  [...text.matchAll(LOST)].flatMap((match): Remark[] => {
    const counts = mentions.filter((m) => m.unit !== '%' && m.phrase.quantity.start < match.index);
    const last = counts.at(-1);
    if (!last || match.index - last.phrase.quantity.end > 20) return [];
    const parts = counts.filter((m) => m.phrase.quantity.start === last.phrase.quantity.start);
    const whole = wholeOf(last, lists);
    const shares = parts.map(
      (part) => `${part.value}÷${whole}＝${roundedShare(part.value, whole, 1).toFixed(1)}%`,
    );
    const says =
      whole > 0 ? `占比后面没有数字，按同组合计补算：${shares.join('，')}` : '占比后面没有数字，请补上';
    return [{ kind: 'lost_share', says, start: last.start, end: match.index + match[0].length }];
  });

function wholeOf(part: Mention, lists: readonly Enumeration[]): number {
  const list = lists.find(({ items }) => items.includes(part));
  return list && list.items.length > 1 ? sumOf(list.items.map((m) => m.value)) : 0;
}

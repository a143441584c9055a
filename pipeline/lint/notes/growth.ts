import { bearsOut } from '../arithmetic.ts';
import { stretch } from '../check.ts';
import type { Mention } from '../mention.ts';
import type { Noter } from './note.ts';

/** 受理72件,同比增加5%: no whole number of last year makes that growth. */
export const noteGrowth: Noter = (mentions) =>
  mentions.flatMap((growth, i) => {
    if (growth.unit !== '%' || growth.family !== 'growth' || growth.phrase.quantity.hedge !== null) return [];
    const now = mentions[i - 1];
    if (now?.unit !== '件' || now.family === 'growth' || now.phrase.sentence !== growth.phrase.sentence)
      return [];
    const falls = growth.phrase.before.some((term) => /降|减/.test(term.text));
    if (earlierCount(now, growth, falls)) return [];
    const base = Math.round(now.value / (1 + (falls ? -1 : 1) * (growth.value / 100)));
    const near = [base - 1, base, base + 1].filter((n) => n > 0 && n !== now.value);
    const options = near.map((n) => `上年${n}件则为${percent(now.value, n)}`).join('，');
    const says = `${now.value}件${falls ? '下降' : '增长'}${growth.value}%，上年没有相应的整数（${options}），请核对`;
    return [{ kind: 'impossible_growth', says, ...stretch([now, growth]) }];
  });

function earlierCount(now: Mention, growth: Mention, falls: boolean): boolean {
  const base = now.value / (1 + (falls ? -1 : 1) * (growth.value / 100));
  const near = [-2, -1, 0, 1, 2].map((step) => Math.round(base) + step);
  return near.some((n) => n > 0 && bearsOut(Math.abs(now.value - n), n, growth.value, growth.decimals));
}

function percent(now: number, before: number): string {
  return `${(((now - before) / before) * 100).toFixed(1)}%`;
}

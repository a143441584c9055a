import { bearsOut, sumOf } from '../arithmetic.ts';
import { stretch } from '../check.ts';
import { totalsOf } from '../totals.ts';
import type { Noter } from './note.ts';

/** Shares of one list that only come out over different wholes: 41/46 beside 3/48. */
export const noteMixedWholes: Noter = (_mentions, lists) =>
  lists.flatMap((list) => {
    const shares = list.near.filter((m) => m.unit === '%' && m.of !== null && list.items.includes(m.of));
    if (shares.length < 2) return [];
    const wholes = [sumOf(list.items.map((m) => m.value)), ...totalsOf(list).map((m) => m.value)];
    const used = shares.map((share) =>
      wholes.find(
        (n) => share.of && n >= share.of.value && bearsOut(share.of.value, n, share.value, share.decimals),
      ),
    );
    const found = [...new Set(used.filter((n) => n !== undefined))];
    const common = wholes.some((n) =>
      shares.every((s) => s.of && bearsOut(s.of.value, n, s.value, s.decimals)),
    );
    if (common || found.length < 2 || used.includes(undefined)) return [];
    const says = `同一组百分比用了不同的分母（${found.join('、')}），请统一或分别注明`;
    return [{ kind: 'mixed_wholes' as const, says, ...stretch(shares) }];
  });

import { sumOf } from '../arithmetic.ts';
import { stretch } from '../check.ts';
import { totalsOf } from '../totals.ts';
import type { Noter } from './note.ts';

/** 议案1件、建议14件、提案44件 … with no total anywhere: the reader has to add. */
export const noteUnstatedTotal: Noter = (mentions, lists) => {
  const list = lists.find(({ family, items }) => family === 'matter' && items.length > 2);
  const received = list?.items.filter((m) => m.metric === 'received') ?? [];
  const [first, last] = [list?.items[0], list?.items.at(-1)];
  if (!list || !first || !last || received.length < 3) return [];
  if (mentions.some((m) => m.metric === 'received' && (m.body === '合计' || m.family === 'total'))) return [];
  const parts = mentions.filter(
    (m) =>
      (m.family === 'matter' || m.family === 'key') &&
      !m.refers &&
      m.unit !== '%' &&
      m.phrase.sentence >= first.phrase.sentence &&
      m.phrase.sentence <= last.phrase.sentence,
  );
  const sum = sumOf(parts.map((m) => m.value));
  if (totalsOf(list).some((m) => m.value >= sum)) return [];
  const says = `分项列了${parts.length}个数，没有写总数（各项相加为${sum}件），主办、会办件数也请分别写明`;
  return [{ kind: 'total_unstated', says, ...stretch(parts) }];
};

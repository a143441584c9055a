import { wholeFor } from '../arithmetic.ts';
import { stretch } from '../check.ts';
import type { Mention } from '../mention.ts';
import type { Noter, Remark } from './note.ts';

/** Above this many cases nearly every printed rate has a whole number. */
const SMALL = 60;
/** Parts that nobody rates by themselves. */
const PART = /^(?:topic|proposer|key|growth)$/;
/** How many mentions back the count may stand that a rate is really of. */
const NEAR = 20;
const RATES = new Set(['reply_rate', 'completion_rate', 'meeting_rate', 'satisfaction_rate']);

/** Rates over a few cases: those that no whole number makes, and 以上 that leaves one or two possibilities. */
export const noteRates: Noter = (mentions) =>
  mentions.flatMap((rate, i): Remark[] => {
    if (!RATES.has(rate.metric) || rate.unit !== '%' || rate.value === 100) return [];
    const cases = casesOf(rate, mentions.slice(0, i));
    if (!cases || cases.value > (rate.phrase.quantity.hedge ? SMALL / 2 : SMALL * 2)) return [];
    const place = stretch([rate]);
    if (/以上/.test(rate.phrase.quantity.hedge ?? '')) return [vague(rate, cases.value, place)];
    if (isBorneOut(rate, mentions.slice(Math.max(0, i - NEAR), i))) return [];
    if (rate.phrase.quantity.hedge !== null || wholeFor(rate.value, cases.value, rate.decimals) !== null)
      return [];
    const near = Math.floor((rate.value * cases.value) / 100);
    const options = [near, near + 1]
      .map((k) => `${k}件为${((k / cases.value) * 100).toFixed(1)}%`)
      .join('，');
    const says = `${cases.value}件凑不出${rate.value}%（${options}），请说明按什么计算`;
    return [{ kind: 'impossible_rate', says, ...place }];
  });

/** Of the cases led, answered or returned, or of the replies, the rate does come out. */
function isBorneOut(rate: Mention, before: readonly Mention[]): boolean {
  const counts = before.filter((m) => m.unit === '件' || m.unit === '份');
  return counts.some(
    (m) => m.value > 1 && !PART.test(m.family) && wholeFor(rate.value, m.value, rate.decimals) !== null,
  );
}

function vague(rate: Mention, cases: number, place: { start: number; end: number }): Remark {
  const least = Math.ceil((rate.value * cases) / 100 - 1e-9);
  const options = Array.from({ length: cases - least + 1 }, (_, k) => `${least + k}件`).join('或');
  return {
    kind: 'vague_rate',
    says: `${cases}件的${rate.value}%以上只能是${options}，请直接写件数`,
    ...place,
  };
}

/** 这74件的满意率为98%: the count that the sentence takes up, or the only total of the report so far. */
function casesOf(rate: Mention, before: readonly Mention[]): Mention | null {
  const totals = before.filter((m) => m.unit === '件' && (m.metric === 'received' || m.metric === 'filed'));
  const own = totals.findLast((m) => m.phrase.sentence === rate.phrase.sentence);
  if (own) return own;
  return new Set(totals.map((m) => m.value)).size === 1 ? (totals[0] ?? null) : null;
}

/** A co-handler answers no proposer, so nobody rates it: 协办1件, 满意率100%. */
export const noteCoRated: Noter = (mentions) => {
  const has = (test: (m: Mention) => boolean) => mentions.some(test);
  const co = mentions.find((m) => m.metric === 'co' && m.unit === '件');
  const led = has((m) => m.unit !== '%' && /^(?:lead|lead_or_joint)$/.test(m.metric));
  const more = has((m) => m.metric === 'received' && co !== undefined && m.value > co.value);
  const rate = mentions.find((m) => m.unit === '%' && /^(?:reply_rate|satisfaction_rate)$/.test(m.metric));
  if (!co || led || more || !rate) return [];
  const says = `本单位只有会办（协办）${co.value}件，会办件不直接答复提案人，通常不计答复率和满意率，请说明依据`;
  return [{ kind: 'rated_co', says, ...stretch([rate]) }];
};

/** Words that tell a first round of rating from the last one. */
const ROUND = /首[次轮]|初次|第一[次轮]|再次|二次|起初/;
/** Ratings so many sentences before a rate are those that it sums up. */
const SUMMED = 1;

/** 不满意1件 and 满意率100% cannot both be, unless they are of two bodies or of two rounds. */
export const noteConflict: Noter = (mentions, _lists, text) => {
  const rate = mentions.find((m) => m.metric === 'satisfaction_rate' && m.value === 100);
  if (!rate) return [];
  const ratings = mentions.filter((m) => m.family === 'rating' && m.unit !== '%');
  const own = ratings.filter(
    (m) => m.start < rate.start && rate.phrase.sentence - m.phrase.sentence <= SUMMED,
  );
  const unhappy = (own.length > 0 ? own : ratings).find(
    (m) => m.metric === 'dissatisfied' && m.value > 0 && !ROUND.test(text.slice(m.phrase.start, m.end)),
  );
  if (!unhappy) return [];
  const says = `写有不满意${unhappy.value}${unhappy.unit}，满意率却是100%，请说明以哪一轮评价为准`;
  return [{ kind: 'rate_conflict', says, ...stretch([rate]) }];
};

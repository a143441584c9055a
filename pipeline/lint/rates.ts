import { group } from 'd3-array';
import { sumOf, wholeFor } from './arithmetic.ts';
import type { Finding } from './check.ts';
import type { Mention } from './mention.ts';
import { fits, shareFinding } from './shares.ts';

/** How many mentions back the counts of a rate may stand. */
const NEAR = 20;

/** The rates that can be computed again: over replies, as growth, and opinions that must make 100 %. */
export function checkRates(mentions: readonly Mention[]): Finding[] {
  const each = mentions.flatMap((mention, i) => {
    const before = mentions.slice(Math.max(0, i - NEAR), i);
    return [...checkReplies(mention, before), ...checkGrowth(mention, before)];
  });
  return [...each, ...checkOpinions(mentions)];
}

/** 收到回执172件,满意和基本满意的99.5%: of so many replies no whole number makes that rate. */
function checkReplies(rate: Mention, before: readonly Mention[]): Finding[] {
  if (rate.metric !== 'satisfaction_rate' || rate.value === 100 || rate.phrase.quantity.hedge) return [];
  const replies = before.findLast((m) => m.unit !== '%');
  if (replies?.family !== 'response' || rate.phrase.sentence > replies.phrase.sentence + 1) return [];
  if (wholeFor(rate.value, replies.value, rate.decimals) !== null) return [];
  const nearest = { ...replies, value: Math.round((rate.value * replies.value) / 100) };
  return [shareFinding({ part: nearest, printed: rate }, { value: replies.value, mention: replies }, false)];
}

/** 37527件,比前一届多9649件,增长34.6%: the increase over what there was before. */
function checkGrowth(growth: Mention, before: readonly Mention[]): Finding[] {
  if (growth.unit !== '%' || growth.family !== 'growth' || growth.phrase.quantity.hedge) return [];
  const step = before.at(-1);
  const now = before.findLast((m) => m.unit === '件' && m.family !== 'growth');
  if (step?.family !== 'growth' || step.unit !== '件' || now?.phrase.sentence !== growth.phrase.sentence)
    return [];
  const falls = /[降减少]/.test(step.phrase.before.map((term) => term.text).join(''));
  const whole = { value: now.value + (falls ? step.value : -step.value), mention: now };
  if (whole.value <= 0) return [];
  const share = { part: step, printed: growth };
  return [shareFinding(share, whole, fits(share, whole))];
}

/** 满意和基本满意91%、理解7.2%: opinions that do not make 100 % leave a remainder open. */
function checkOpinions(mentions: readonly Mention[]): Finding[] {
  const opinions = mentions.filter((m) => m.unit === '%' && m.family === 'rating' && m.of === null);
  const bySentence = group(opinions, (m) => m.phrase.sentence);
  return [...bySentence.values()].flatMap((list) => {
    const sum = sumOf(list.map((m) => m.value));
    if (list.length < 2 || Math.abs(sum - 100) < 0.5 || list.some((m) => m.phrase.quantity.hedge)) return [];
    const says = `${list.map((m) => m.value).join('+')}=100`;
    const kind = sum > 100 ? 'error' : 'incomplete';
    return [
      {
        kind: 'sum' as const,
        ok: false,
        class: kind,
        says,
        computed: `${sum}`,
        about: list,
      } satisfies Finding,
    ];
  });
}

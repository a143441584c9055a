import { type Mention, toMention } from './mention.ts';
import { ofKind, type Phrase } from './phrases.ts';
import { type Reading, readRates, readShare } from './productions.ts';
import { isOnly, type Kind } from './terms.ts';
import type { TermToken } from './tokens.ts';

/** Kinds that say nothing of what a share is the share of. */
const UNNAMING: readonly Kind[] = [
  'share',
  'denominator',
  'total',
  'ignore',
  'subject',
  'matter',
  'receipt',
  'body',
];
/** A share with what its readings look at. */
interface Share {
  text: string;
  phrase: Phrase;
  earlier: readonly Mention[];
  /** The words that name it, without 占 and the like. */
  own: readonly TermToken[];
  /** It says 占, 占比, 比重… */
  isPart: boolean;
  /** The count before it that it may be the share of. */
  count: Mention | null;
}

type ShareRule = (share: Share) => Mention[] | null;

/** How a share is read; the first rule that answers decides, and an empty answer says that it is no fact. */
const RULES: readonly ShareRule[] = [
  ofTogether,
  ofComparedYear,
  statedRates,
  ({ text, phrase }) => (text[phrase.quantity.start - 1] === '个' ? [] : null),
  ownClass,
  furtherGrowth,
  ofCount,
  ownName,
  carriedRates,
  ofCases,
];

/** The mentions of a share: every rate that it states, the share of the count before it, or a share of its own. */
export function readPercent(text: string, phrase: Phrase, earlier: readonly Mention[]): Mention[] {
  const isPart = ofKind(phrase.before, 'share').length > 0;
  const share = {
    text,
    phrase,
    earlier,
    own: shareTerms(phrase),
    isPart,
    count: countBefore(phrase, earlier),
  };
  for (const rule of RULES) {
    const mentions = rule(share);
    if (mentions) return mentions;
  }
  return [];
}

const asGrowth = (phrase: Phrase) => [toMention(phrase, { metric: 'other', family: 'growth' })];

/** A、B类合计占比92.3%: of several classes, so of none. */
function ofTogether({ phrase, own, isPart }: Share): Mention[] | null {
  const together = isPart && ofKind(phrase.before, 'total').length > 0 && own.length > 0;
  const family = together ? readShare(own, phrase)?.family : undefined;
  return family === 'outcome' ? [toMention(phrase, { metric: 'other', family })] : null;
}

/** 采纳率由上届的82%: a figure of another year. */
function ofComparedYear({ phrase, own }: Share): Mention[] | null {
  return readRates(own).length > 0 && ofKind(own, 'compared').length > 0 ? asGrowth(phrase) : null;
}

/** 办复率、满意率均为100%; 办结率由82%提高到89.6%. */
function statedRates({ text, phrase, earlier, own, count }: Share): Mention[] | null {
  const rates = risen(text, phrase, earlier) ?? readRates(own);
  return rates.length > 0 ? rates.map((rate) => toMention(phrase, rate, { of: count })) : null;
}

/**
 * 341件提案中,已解决的占78.3%: a class that only has a share. A类20件、B类5件,A类占80%: one whose count stands before that
 * of another class.
 */
function ownClass({ phrase, own, count, earlier }: Share): Mention[] | null {
  const reading = own.length > 0 ? readShare(own, phrase) : null;
  if (!reading || !count || !/^(?:outcome|rating)$/.test(reading.family)) return null;
  if (count.family !== reading.family) return [toMention(phrase, reading)];
  if (count.metric === reading.metric || reading.metric === 'other') return null;
  const named = earlier.findLast(
    (m) => m.unit !== '%' && m.metric === reading.metric && m.phrase.sentence === phrase.sentence,
  );
  return named ? [{ ...shareOf(phrase, named), start: phrase.start }] : null;
}

/** A类17件,占23.6%: of the count before it; 合计72件,100% says nothing. */
function ofCount({ phrase, own, isPart, count }: Share): Mention[] | null {
  if (!count || (!isPart && own.length > 0)) return null;
  return count.family === 'total' ? [] : [shareOf(phrase, count)];
}

/** 满意和基本满意的达91%. A rough 接近九成 at the head of a clause is talk, and growth needs a count. */
function ownName({ phrase, own, count }: Share): Mention[] | null {
  const reading = readShare(own.length > 0 ? own : [...phrase.gloss, ...phrase.carried], phrase);
  if (!reading) return null;
  const isTalk = phrase.leads && phrase.quantity.hedge !== null;
  return isTalk || (reading.family === 'growth' && !count) ? [] : [toMention(phrase, reading)];
}

function carriedRates({ phrase }: Share): Mention[] | null {
  const rates = readRates(phrase.carried);
  return rates.length > 0 ? rates.map((rate) => toMention(phrase, rate)) : null;
}

/** 占全国两会总量的1/10. */
function ofCases({ text, phrase, isPart }: Share): Mention[] | null {
  const named = ofKind([...phrase.before, ...phrase.carried], 'matter').length > 0;
  const ofAll = /两会|总量|总数/.test(text.slice(phrase.start, phrase.end));
  return (isPart && named) || ofAll ? [toMention(phrase, { metric: 'other', family: 'plain' })] : null;
}

/** 同比分别增长10%和12.4%: the second figure is growth as the first is. */
function furtherGrowth({ text, phrase, earlier }: Share): Mention[] | null {
  const last = earlier.at(-1);
  if (last?.unit !== '%' || last.family !== 'growth') return null;
  return /^[、和及与]$/.test(text.slice(last.phrase.quantity.end, phrase.quantity.start))
    ? asGrowth(phrase)
    : null;
}

/** 办结率由82%提高到89.6%: the second figure is of the rate that the first one names. */
function risen(text: string, phrase: Phrase, earlier: readonly Mention[]): Reading[] | null {
  const last = earlier.at(-1);
  if (last?.unit !== '%' || last.phrase.sentence !== phrase.sentence) return null;
  const label = text.slice(phrase.start, phrase.quantity.start);
  if (!/(?:提高|提升|上升|增加|增长|升|下降|降)[到至]$/.test(label)) return null;
  const rates = readRates(last.phrase.before);
  return rates.length > 0 ? rates : null;
}

/** 研究率为100%、沟通率为100%: a rate without a known name counts where known ones stand beside it. */
export function readUnknownRate(text: string, phrase: Phrase, all: readonly Phrase[]): Mention[] | null {
  const label = text.slice(phrase.start, phrase.quantity.start);
  if (!/率(?:均?[为达是]|达到|也是)?$/.test(label) || ofKind(phrase.before, 'rate').length > 0) return null;
  const beside = all.some((p) => p.sentence === phrase.sentence && ofKind(p.before, 'rate').length > 0);
  return beside || phrase.theme ? [toMention(phrase, { metric: 'other', family: 'rate' })] : null;
}

/** The words that name a share; 提案100%得到答复 and 做到100%办复 name it behind the number. */
function shareTerms({ before, after, leads }: Phrase): TermToken[] {
  const naming = (terms: readonly TermToken[]) => terms.filter((term) => !isOnly(term, UNNAMING));
  const own = naming(before);
  if (own.length > 0) return own;
  return leads || readRates(after.slice(0, 1)).length > 0 ? naming(after) : [];
}

/** The count that a share behind it belongs to: the last one of the sentence. */
function countBefore(phrase: Phrase, earlier: readonly Mention[]): Mention | null {
  for (let i = earlier.length - 1; i >= 0; i--) {
    const mention = earlier[i];
    if (!mention || mention.phrase.sentence !== phrase.sentence) return null;
    if (mention.unit !== '%' && mention.unit !== '个百分点')
      return mention.phrase.head === phrase.head || mention.phrase === phrase.head ? mention : null;
  }
  return null;
}

function shareOf(phrase: Phrase, part: Mention): Mention {
  const metric = part.metric === 'received' ? 'other' : part.metric;
  return {
    ...toMention(phrase, { metric, family: part.family }),
    of: part,
    body: part.body,
    start: part.start,
  };
}

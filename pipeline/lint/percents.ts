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
/** 341件提案中,已解决的占78.3%: what names a share of its own. */
const CLASSES = /^(?:outcome|rating)$/;

/** The mentions of a share: every rate that it states, the share of the count before it, or a share of its own. */
export function readPercent(text: string, phrase: Phrase, earlier: readonly Mention[]): Mention[] {
  const words = ofKind(phrase.before, 'share').length > 0;
  const own = shareTerms(phrase);
  const counted = text[phrase.quantity.start - 1] === '个';
  const rates = risen(text, phrase, earlier) ?? readRates(own);
  if (rates.length === 0 && counted) return [];
  const part = countBefore(phrase, earlier);
  if (rates.length > 0 && ofKind(own, 'compared').length > 0)
    return [toMention(phrase, { metric: 'other', family: 'growth' })];
  if (rates.length > 0) return rates.map((rate) => toMention(phrase, rate, { of: part }));
  const class_ = own.length > 0 ? readShare(own, phrase) : null;
  if (class_ && part && part.family !== class_.family && CLASSES.test(class_.family))
    return [toMention(phrase, class_)];
  if (followsGrowth(text, phrase, earlier)) return [toMention(phrase, { metric: 'other', family: 'growth' })];
  if (part && (words || own.length === 0)) return part.family === 'total' ? [] : [shareOf(phrase, part)];
  const named = readShare(own.length > 0 ? own : [...phrase.gloss, ...phrase.carried], phrase);
  if (named?.family === 'growth' && !part) return [];
  if (named) return phrase.leads && phrase.quantity.hedge ? [] : [toMention(phrase, named)];
  const far = readRates(phrase.carried);
  if (far.length > 0) return far.map((rate) => toMention(phrase, rate));
  const ofCases = ofKind([...phrase.before, ...phrase.carried], 'matter').length > 0;
  const ofAll = /两会|总量|总数/.test(text.slice(phrase.start, phrase.end));
  return (words && ofCases) || ofAll ? [toMention(phrase, { metric: 'other', family: 'plain' })] : [];
}

/** 同比分别增长10%和12.4%: the second figure is growth as the first is. */
function followsGrowth(text: string, phrase: Phrase, earlier: readonly Mention[]): boolean {
  const last = earlier.at(-1);
  if (last?.unit !== '%' || last.family !== 'growth') return false;
  return /^[、和及与]$/.test(text.slice(last.phrase.quantity.end, phrase.quantity.start));
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

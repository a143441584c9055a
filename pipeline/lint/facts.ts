import { type Folded, span } from './fold.ts';
import type { Mention } from './mention.ts';
import { ofKind, senses } from './phrases.ts';
import type { Metric } from './productions.ts';

/** A figure that a report states. */
export interface Fact {
  metric: Metric;
  body: '政协' | '人大' | '合计';
  /** The report's own words for it. */
  label: string;
  value: number;
  /** As the report writes it (件, 個, 条…); % for every share. */
  unit: string;
  /** What limits the figure: 以上, 余, the total that it is a part of; null when nothing does. */
  scope: string | null;
  /** The words of the report, `text.slice(start, end)`; offsets in UTF-16 units. */
  evidence: string;
  start: number;
  end: number;
}

export interface Source {
  original: string;
  folded: Folded;
}

/** The facts among the mentions: each figure once, in the order of the text. */
export function toFacts(mentions: readonly Mention[], source: Source): Fact[] {
  const body = mainBody(source.folded.text);
  const seen = new Map<string, string>();
  const facts: Fact[] = [];
  for (const mention of mentions) {
    if (mention.refers) continue;
    const fact = toFact(mention, source, body);
    const key = identity(mention, fact);
    const year = yearBefore(source.folded.text, mention.start);
    // A figure without a body may restate one of either body.
    const [own, any] = [`${key}|${mention.body ?? '*'}`, `${key}|*`];
    if (isRestated(seen.get(own), year)) continue;
    for (const name of [own, any]) seen.set(name, year);
    facts.push(fact);
  }
  return facts;
}

/** A figure printed again is the same fact; parts of a list may well be equal and differ by their label. */
function identity(mention: Mention, fact: Fact): string {
  const named =
    fact.metric === 'other' ||
    fact.metric === 'topic_count' ||
    (fact.metric === 'received' && mention.family === 'plain');
  return [fact.metric, named ? fact.label : rateName(mention), fact.value, fact.unit].join('|');
}

/** The same figure again says nothing new, unless it is given for another year. */
function isRestated(before: string | undefined, year: string): boolean {
  return before !== undefined && (before === year || before === '' || year === '');
}

function yearBefore(text: string, at: number): string {
  return (
    text
      .slice(Math.max(0, at - 2000), at)
      .match(/(?:19|20)\d\d(?=年)/g)
      ?.at(-1) ?? ''
  );
}

/** 办复率 and 答复率 are two figures of one metric; 办复 and 答复 are ways to say one. */
function rateName({ family, metric, phrase }: Mention): string {
  if (family !== 'rate') return '';
  const named = ofKind(phrase.before, 'rate').filter((term) => /[率度]$/.test(term.text));
  return named.find((term) => senses([term], 'rate').includes(metric))?.text ?? '';
}

function toFact(mention: Mention, source: Source, body: Fact['body']): Fact {
  const { start, end } = span(source.folded, source.original, mention.start, mention.end);
  return {
    metric: mention.metric,
    body: mention.body ?? body,
    label: labelOf(mention, source.folded.text),
    value: mention.value,
    unit: unitOf(mention, source),
    scope: scopeOf(mention, source.folded.text),
    evidence: source.original.slice(start, end),
    start,
    end,
  };
}

function unitOf({ unit, phrase }: Mention, { original, folded }: Source): string {
  const end = phrase.quantity.unitEnd;
  if (unit === '%' || !folded.text.endsWith(unit, end)) return unit;
  const { start, end: stop } = span(folded, original, end - unit.length, end);
  return original.slice(start, stop).replace(/\s/g, '');
}

/** The words before the number without what joins them to it; those behind it where the number leads. */
function labelOf({ phrase, of }: Mention, text: string): string {
  if (of && of.phrase !== phrase) return labelOf({ ...of, of: null }, text);
  const { start, end, quantity } = phrase;
  const words = phrase.leads ? text.slice(quantity.end, end) : text.slice(start, quantity.start);
  return words
    .replace(/\([^)]*\)?/g, '')
    .replace(/^(?:其中|的|、)+/, '')
    .replace(/(?:[的有共为是达计到占均都各仅:,]|无一不是|达到|总共|一共)+$/, '')
    .trim();
}

function scopeOf({ phrase, of, unit }: Mention, text: string): string | null {
  const parts: string[] = [];
  if (phrase.head) parts.push(text.slice(phrase.head.start, phrase.head.quantity.end));
  if (of && unit === '%') parts.push('占比');
  if (phrase.quantity.hedge) parts.push(phrase.quantity.hedge);
  return parts.join('，') || null;
}

/** What the report is about when a sentence does not say: the body that it names more often. */
function mainBody(text: string): Fact['body'] {
  const count = (pattern: RegExp) => text.match(pattern)?.length ?? 0;
  const cppcc = count(/政协|提案/g);
  const npc = count(/人大|代表|议案/g);
  if (cppcc > 0 && npc > 0 && Math.min(cppcc, npc) * 4 >= Math.max(cppcc, npc)) return '合计';
  return npc > cppcc ? '人大' : '政协';
}

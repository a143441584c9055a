import { ofKind, type Phrase, senses } from './phrases.ts';
import { type Metric, type Reading, readCount, readRates, readShare } from './productions.ts';
import type { Kind } from './terms.ts';
import type { TermToken } from './tokens.ts';
import type { Unit } from './units.ts';

/** A number of the report and what it says. One phrase gives several where it says 各1件 or names two rates. */
export interface Mention extends Reading {
  phrase: Phrase;
  value: number;
  unit: Unit;
  decimals: number;
  body: '政协' | '人大' | '合计' | null;
  /** 这74件, 主办的33件代表建议中: takes up a number that stands elsewhere, so it is a total but no fact. */
  refers: boolean;
  /** The count whose share this is. */
  of: Mention | null;
  /** Where the evidence begins and ends in the folded text. */
  start: number;
  end: number;
}

const COUNT_UNITS = new Set<Unit>(['件', '件次']);
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
const REFERRING = /(?:这|上述|以上|该|此|上面|前述|全部|所有)$/;

/** The mentions of a folded text in order; business figures, targets and labels are left out. */
export function readMentions(text: string, phrases: readonly Phrase[]): Mention[] {
  const mentions: Mention[] = [];
  for (const [i, phrase] of phrases.entries()) {
    if (isTarget(phrase) || isLabel(text, phrase, phrases[i + 1])) continue;
    mentions.push(...readPhrase(text, phrase, mentions, phrases));
  }
  for (const mention of mentions) mention.refers ||= anticipates(mention, mentions);
  return mentions;
}

function readPhrase(
  text: string,
  phrase: Phrase,
  earlier: readonly Mention[],
  all: readonly Phrase[],
): Mention[] {
  const { unit } = phrase.quantity;
  if (unit === '%') return readUnknownRate(text, phrase, all) ?? readPercent(text, phrase, earlier);
  if (unit === '个百分点') return growth(phrase, earlier);
  if (COUNT_UNITS.has(unit) || isCountedCase(phrase)) return readCases(text, phrase, earlier);
  return isCountable(text, phrase) ? [toMention(phrase, { metric: 'other', family: 'plain' })] : [];
}

/** 主办提案2个, 提案两份: these units count cases when they follow their name. */
function isCountedCase({ quantity, before, leads }: Phrase): boolean {
  if ((quantity.unit !== '个' && quantity.unit !== '份') || leads) return false;
  return ofKind(before, 'matter').length > 0;
}

/** 37个单位承办, 由95家单位承办, 意见建议3000余条, 署名的委员131位: other objects that such a report counts. */
function isCountable(text: string, phrase: Phrase): boolean {
  const { unit } = phrase.quantity;
  const near = [...phrase.before, ...phrase.after];
  if (unit === '位' || unit === '名') return phrase.theme !== null && ofKind(near, 'subject').length > 0;
  if (unit === '人次' && ofKind(near, 'rate').length > 0) return true;
  if (unit !== '个' && unit !== '家') return ofKind(near, 'subject').length > 0;
  return (
    ofKind(near, 'countable').length > 0 &&
    (/方面|[承主交]办|办理|牵头/.test(text.slice(phrase.start, phrase.end)) || phrase.theme !== null)
  );
}

function readCases(text: string, phrase: Phrase, earlier: readonly Mention[]): Mention[] {
  const terms = labelTerms(phrase);
  if (ofKind([...phrase.before, ...phrase.after], 'business').length > 0) return [];
  const reading = withinClass(text, phrase, earlier) ??
    announced(phrase, terms, earlier) ??
    readCount(terms, phrase) ?? { metric: 'other', family: 'plain' };
  const label = text.slice(phrase.start, phrase.quantity.start);
  const again =
    label.endsWith('的') &&
    earlier.some((m) => m.value === phrase.quantity.value && m.metric === reading.metric);
  const refers = again || REFERRING.test(label) || isTakenUp(text, phrase, earlier);
  const mention = toMention(phrase, reading, { refers, body: bodyOf(phrase, terms, earlier) });
  return [...distribute(text, mention), ...roleBehind(text, mention)];
}

/** The words that say what is counted: those before the number, else those behind it, else of earlier clauses. */
export function labelTerms(phrase: Phrase): TermToken[] {
  const { before, after, gloss, carried, leads } = phrase;
  const own = before.filter((term) => !isOnly(term, ['share', 'part', 'ignore', 'subject', 'body']));
  const noun = ofKind(after.slice(0, 1), 'matter').filter((term) => term.start === phrase.quantity.end);
  if (own.length > 0) return [...own, ...noun];
  if (leads && after.length > 0) return after;
  if (gloss.length > 0) return gloss;
  return carried.length > 0 ? carried : after;
}

function isOnly(term: TermToken, kinds: readonly Kind[]): boolean {
  return term.meanings.every((meaning) => kinds.includes(meaning.kind));
}

/** 解决或基本解决的,人大建议18件,政协提案20件: the clause before says what both are counted by. */
function announced(phrase: Phrase, terms: readonly TermToken[], earlier: readonly Mention[]): Reading | null {
  if (readCount(terms, phrase)?.family !== 'matter') return null;
  const sibling = earlier.at(-1);
  if (
    sibling?.phrase.segment === phrase.segment &&
    sibling.family === 'matter' &&
    sibling.metric.startsWith('outcome')
  )
    return { metric: sibling.metric, family: 'matter' };
  const before = readCount(phrase.carried, phrase);
  return before?.family === 'outcome' ? { metric: before.metric, family: 'matter' } : null;
}

/** B类23件当中,目前解决16件: what became of a class is none of the outcomes. */
function withinClass(text: string, phrase: Phrase, earlier: readonly Mention[]): Reading | null {
  const class_ = earlier.filter((m) => m.unit === '件').at(-1);
  if (class_?.family !== 'outcome' || class_.phrase.sentence !== phrase.sentence) return null;
  const behind = text.slice(class_.phrase.quantity.end, class_.phrase.quantity.end + 2);
  return /^(?:当?中|之中|里)/.test(behind) ? { metric: 'other', family: 'progress' } : null;
}

/** 主办的33件代表建议中: a number that the report has given before and now takes up. */
function isTakenUp(text: string, phrase: Phrase, earlier: readonly Mention[]): boolean {
  const { value, end } = phrase.quantity;
  const known = earlier.some((m) => m.value === value && m.unit !== '%');
  if (!known) return false;
  const behind = text.slice(end, Math.min(phrase.end, end + 12));
  return /(?:中|里|内)(?:$|[,:;、的])|当中|之中/.test(behind) || phrase.leads;
}

/** 10件提案件件落了地: a number without words of its own that another place of the report explains. */
function anticipates(mention: Mention, all: readonly Mention[]): boolean {
  if (!mention.phrase.leads || mention.unit === '%') return false;
  if (mention.family !== 'matter' && mention.family !== 'plain' && mention.family !== 'progress')
    return false;
  const totals = all.filter(
    (m) => /^(?:received|filed|lead|lead_or_joint)$/.test(m.metric) && !m.phrase.leads,
  );
  return totals.some((m) => m.value === mention.value && m.unit === mention.unit);
}

/** 医疗救助和养老服务各2件; “列入计划”、“留作参考”的各有1件: one number, several counts. */
function distribute(text: string, mention: Mention): Mention[] {
  const { phrase } = mention;
  const label = text.slice(phrase.start, phrase.quantity.start);
  if (!/各有?$/.test(label)) return [mention];
  const items = label
    .replace(/的?各有?$/, '')
    .split(/[、和及与]/)
    .filter(Boolean);
  let from = phrase.start;
  return items.map((item) => {
    const at = text.indexOf(item, from);
    from = at + item.length;
    const own = phrase.before.filter((term) => term.start >= at && term.end <= from);
    const reading = readCount(own, phrase) ?? { metric: 'other' as const, family: 'plain' as const };
    return { ...mention, ...reading, phrase: { ...phrase, before: own, start: at } };
  });
}

/** 提案1件(协办件); 建议3件均为协办件: the same number also in a role. */
function roleBehind(text: string, mention: Mention): Mention[] {
  const { phrase } = mention;
  if (mention.family === 'role') return [];
  const behind = text.slice(phrase.quantity.end, phrase.quantity.end + 8);
  if (!/^\(|^(?:均|都|全部|全)?(?:为|是|由)/.test(behind)) return [];
  const [role] = senses(phrase.after.slice(0, 1), 'role');
  const merged = senses(phrase.after.slice(0, 1), 'filing')[0];
  if (merged !== undefined && behind.startsWith('(')) return [];
  if (role === undefined) return [];
  const metric: Metric = role === 'lead' || role === 'co' || role === 'lead_or_joint' ? role : 'other';
  return [{ ...mention, metric, family: 'role', end: phrase.end }];
}

function readPercent(text: string, phrase: Phrase, earlier: readonly Mention[]): Mention[] {
  const words = ofKind(phrase.before, 'share').length > 0;
  const own = shareTerms(phrase);
  const counted = text[phrase.quantity.start - 1] === '个';
  const rates = readRates(own);
  if (rates.length === 0 && counted) return [];
  const part = countBefore(phrase, earlier);
  if (rates.length > 0) return rates.map((rate) => toMention(phrase, rate, { of: part }));
  if (part && (words || own.length === 0)) return [shareOf(phrase, part)];
  const named = readShare(own.length > 0 ? own : [...phrase.gloss, ...phrase.carried], phrase);
  if (named) return phrase.leads && phrase.quantity.hedge ? [] : [toMention(phrase, named)];
  const far = readRates(phrase.carried);
  if (far.length > 0) return far.map((rate) => toMention(phrase, rate));
  const ofCases = ofKind([...phrase.before, ...phrase.carried], 'matter').length > 0;
  const ofAll = /两会|总量|总数/.test(text.slice(phrase.start, phrase.end));
  return (words && ofCases) || ofAll ? [toMention(phrase, { metric: 'other', family: 'plain' })] : [];
}

/** 研究率为100%、沟通率为100%: a rate without a known name counts where known ones stand beside it. */
function readUnknownRate(text: string, phrase: Phrase, all: readonly Phrase[]): Mention[] | null {
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

function growth(phrase: Phrase, earlier: readonly Mention[]): Mention[] {
  const near = earlier.at(-1)?.phrase.sentence === phrase.sentence;
  return near ? [toMention(phrase, { metric: 'other', family: 'growth' })] : [];
}

function toMention(phrase: Phrase, reading: Reading, more: Partial<Mention> = {}): Mention {
  const { value, unit, decimals } = phrase.quantity;
  const start = phrase.leads ? phrase.quantity.start : phrase.start;
  const end = phrase.leads && unit !== '%' ? phrase.end : phrase.quantity.end;
  return {
    ...reading,
    phrase,
    value,
    unit,
    decimals,
    body: null,
    refers: false,
    of: null,
    start,
    end,
    ...more,
  };
}

function bodyOf(phrase: Phrase, terms: readonly TermToken[], earlier: readonly Mention[]): Mention['body'] {
  const near = [...terms, ...phrase.before, ...phrase.after.slice(0, 1)];
  const found = [...senses(near, 'matter'), ...senses(near, 'body')];
  const bodies = new Set(found.map((sense) => (sense === '议案' ? '人大' : sense)));
  bodies.delete('社情民意');
  if (bodies.has('合计') || bodies.size > 1) return '合计';
  const [only] = bodies;
  if (only === '政协' || only === '人大') return only;
  const head = phrase.head && earlier.find((m) => m.phrase === phrase.head);
  return head ? head.body : (earlier.at(-1)?.body ?? null);
}

function isTarget(phrase: Phrase): boolean {
  return ofKind([...phrase.before, ...phrase.carried], 'target').length > 0;
}

/** 满意率在80%以上的229件; 不到80%的16件: the share is part of what the count is called. */
function isLabel(text: string, phrase: Phrase, next: Phrase | undefined): boolean {
  if (phrase.quantity.unit !== '%' || next?.quantity.unit !== '件') return false;
  return /^的(?:有|为|共)?$/.test(text.slice(phrase.quantity.end, next.quantity.start));
}

import { isTotal, type Mention, toMention } from './mention.ts';
import { ofKind, type Phrase, senses } from './phrases.ts';
import { type Reading, readCount } from './productions.ts';
import { distribute, roleBehind } from './several.ts';
import { isOnly } from './terms.ts';
import type { TermToken } from './tokens.ts';

/** 28件提案已全部办结 takes up the 28; 两件并案处理 and 3件列入计划 are news. */
const TAKING_UP = /^(?:matter|plain|progress|rating)$/;
/** Below this, an equal number may well be another one. */
const SMALL = 10;
const REFERRING = /(?:这|上述|以上|该|此|上面|前述|全部|所有)$/;

/** The mentions of a phrase that counts cases: one, or several (各2件; 1件(协办件)). */
export function readCases(text: string, phrase: Phrase, earlier: readonly Mention[]): Mention[] {
  const terms = labelTerms(phrase);
  // 十余件 without a word that says of what.
  if (terms.length === 0 && phrase.quantity.hedge !== null) return [];
  const reading = withinClass(text, phrase, earlier) ??
    ofLevel(text, phrase, earlier) ??
    announced(phrase, terms, earlier) ??
    readCount(terms, phrase) ??
    totalled(text, phrase, earlier) ?? { metric: 'other', family: 'plain' };
  const label = text.slice(phrase.start, phrase.quantity.start);
  const again =
    label.endsWith('的') &&
    earlier.some((m) => m.value === phrase.quantity.value && m.metric === reading.metric);
  const refers = again || REFERRING.test(label) || isTakenUp(text, phrase, reading, earlier);
  const mention = toMention(phrase, reading, { refers, body: bodyOf(phrase, terms, earlier) });
  return [...distribute(text, mention), ...roleBehind(text, mention)];
}

/** A cell is named by its row and takes up nothing. */
export function isCell(text: string, { quantity }: Phrase): boolean {
  return text[quantity.start - 1] === '\t';
}

/** The words that say what is counted: those before the number, else those behind it, else of earlier clauses. */
function labelTerms(phrase: Phrase): TermToken[] {
  const { before, after, gloss, carried, leads } = phrase;
  const own = before.filter((term) => !isOnly(term, ['share', 'part', 'ignore', 'subject', 'body']));
  const noun = ofKind(after.slice(0, 1), 'matter').filter((term) => term.start === phrase.quantity.end);
  if (own.length > 0) return [...own, ...noun];
  if (leads && after.length > 0) return after;
  if (gloss.length > 0) return gloss;
  return carried.length > 0 ? carried : after;
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

/** 立案1102件(市级431件、县级671件): the levels divide the total before them. */
function ofLevel(text: string, phrase: Phrase, earlier: readonly Mention[]): Reading | null {
  if (
    !/^(?:其中)?(?:全国|国家|[省市区县州]|自治区|本)级(?:的?有|共|为)?$/.test(
      text.slice(phrase.start, phrase.quantity.start),
    )
  )
    return null;
  const whole = earlier.findLast((m) => isTotal(m) && m.phrase.sentence === phrase.sentence);
  return whole ? { metric: whole.metric, family: 'level' } : null;
}

/** 建议9件、提案14件,共23件: the total of both. */
function totalled(text: string, phrase: Phrase, earlier: readonly Mention[]): Reading | null {
  const label = text.slice(phrase.start, phrase.quantity.start);
  const both = earlier
    .slice(-2)
    .filter((m) => m.metric === 'received' && m.phrase.sentence === phrase.sentence);
  return /^一?共(?:有|计|为)?$/.test(label) && both.length === 2
    ? { metric: 'received', family: 'total' }
    : null;
}

/** B类23件当中,目前解决16件: what became of a class is none of the outcomes. */
function withinClass(text: string, phrase: Phrase, earlier: readonly Mention[]): Reading | null {
  const class_ = earlier.filter((m) => m.unit === '件').at(-1);
  if (class_?.family !== 'outcome' || class_.phrase.sentence !== phrase.sentence) return null;
  const behind = text.slice(class_.phrase.quantity.end, class_.phrase.quantity.end + 2);
  return /^(?:当?中|之中|里)/.test(behind) ? { metric: 'other', family: 'progress' } : null;
}

/** 主办的33件代表建议中: a number that the report has given before and now takes up. */
function isTakenUp(text: string, phrase: Phrase, reading: Reading, earlier: readonly Mention[]): boolean {
  const { value, end } = phrase.quantity;
  const known = earlier.filter((m) => m.value === value && m.unit !== '%');
  if (known.length === 0 || isCell(text, phrase)) return false;
  const behind = text.slice(end, Math.min(phrase.end, end + 12));
  if (/(?:中|里|内)(?:$|[,:;、的])|当中|之中/.test(behind)) return true;
  if (!phrase.leads || /正在|尚|仍|还|未/.test(behind)) return false;
  if (known.some((m) => m.metric === reading.metric && m.family === 'role')) return true;
  return known.some(isTotal) || (value >= SMALL && TAKING_UP.test(reading.family));
}

function bodyOf(phrase: Phrase, terms: readonly TermToken[], earlier: readonly Mention[]): Mention['body'] {
  const near = [...terms, ...phrase.before, ...phrase.after.slice(0, 1)];
  const found = [...senses(near, 'matter'), ...senses(near, 'body')];
  const bodies = new Set(found.map((sense) => (sense === '议案' ? '人大' : sense)));
  bodies.delete('社情民意');
  const both = phrase.carried.some((term) => /合计$/.test(term.text));
  const total = ofKind(terms, 'total').length > 0 && bodies.size === 0;
  if (both || total || bodies.has('合计') || bodies.size > 1) return '合计';
  const [only] = bodies;
  if (only === '政协' || only === '人大') return only;
  const head = phrase.head && earlier.find((m) => m.phrase === phrase.head);
  if (head) return head.body;
  const last = earlier.at(-1);
  return last && last.phrase.sentence === phrase.sentence ? last.body : null;
}

import { ofKind, type Phrase, senses } from './phrases.ts';
import type { TermToken } from './tokens.ts';

export const METRICS = [
  'received',
  'filed',
  'lead',
  'co',
  'lead_or_joint',
  'outcome_a',
  'outcome_b',
  'outcome_c',
  'outcome_d',
  'reply_rate',
  'completion_rate',
  'meeting_rate',
  'satisfaction_rate',
  'satisfied',
  'basically_satisfied',
  'dissatisfied',
  'merged',
  'topic_count',
  'adopted_rate',
  'other',
] as const;
export type Metric = (typeof METRICS)[number];

/** By what a count divides its whole: counts of one family side by side are parts of one total. */
export type Family =
  | 'matter'
  | 'role'
  | 'filing'
  | 'outcome'
  | 'adoption'
  | 'rating'
  | 'topic'
  | 'proposer'
  | 'period'
  | 'progress'
  | 'response'
  | 'growth'
  | 'key'
  | 'level'
  | 'rate'
  | 'total'
  | 'plain';

export interface Reading {
  metric: Metric;
  family: Family;
}

/** `terms` say what the number counts; the phrase is for productions that look at the order of words. */
type Production = (terms: readonly TermToken[], phrase: Phrase) => Reading | null;

const read = (metric: string, family: Family): Reading => ({
  metric: METRICS.find((name) => name === metric) ?? 'other',
  family,
});

/** What a count of cases says, by the terms around it. The first production that answers decides. */
const COUNTS: readonly Production[] = [
  (terms) => when(terms, 'growth', () => read('other', 'growth')),
  (terms) => when(terms, 'letter', ([letter]) => read(`outcome_${letter}`, 'outcome')),
  (terms) => when(terms, 'response', () => read('other', 'response')),
  (terms) => whenPeriod(terms),
  (terms, phrase) => whenRole(terms, phrase),
  (terms) => whenFiling(terms),
  (terms) => when(terms, 'key', () => read('other', 'key')),
  (terms) => whenOutcome(terms),
  (terms) => whenRating(terms),
  (terms) => whenProposer(terms),
  (terms) => when(terms, 'progress', () => read('other', 'progress')),
  (terms) => when(terms, 'about', () => read('topic_count', 'topic')),
  (terms) => whenMatter(terms),
  (terms, phrase) => whenReceipt(terms, phrase),
  (terms) => when(terms, 'topic', () => read('topic_count', 'topic')),
  (terms) => when(terms, 'total', () => read('received', 'total')),
  (terms) => when(terms, 'denominator', ([of]) => read(of === 'filed' ? 'filed' : 'received', 'total')),
];

/** What a share says when it stands for itself and not behind a count. */
const SHARES: readonly Production[] = [
  (terms) => when(terms, 'compared', () => read('other', 'growth')),
  (terms) => when(terms, 'growth', () => read('other', 'growth')),
  (terms) => when(terms, 'letter', ([letter]) => read(`outcome_${letter}`, 'outcome')),
  (terms) => whenOpinionShare(terms),
  (terms) => whenAdopted(terms),
  (terms) => whenOutcome(terms),
  (terms) => when(terms, 'role', ([role]) => read(role ?? 'other', 'role')),
];

export function readCount(terms: readonly TermToken[], phrase: Phrase): Reading | null {
  return firstOf(COUNTS, terms, phrase);
}

export function readShare(terms: readonly TermToken[], phrase: Phrase): Reading | null {
  return firstOf(SHARES, terms, phrase);
}

/** 办复率、满意率均为100%: every rate among the terms, in order. */
export function readRates(terms: readonly TermToken[]): Reading[] {
  const named = ofKind(terms, 'rate');
  const full = named.filter((term) => /[率度]$/.test(term.text));
  // A bare 办结 or 答复 is a rate only where no fuller name stands, and no word of opinion: 对答复满意的为99.5%.
  if (full.length === 0 && ofKind(terms, 'rating').length > 0 && !/满意/.test(named.at(-1)?.text ?? ''))
    return [];
  const found = senses(full.length > 0 ? full : named, 'rate');
  return [...new Set(found)].map((sense) => read(sense, 'rate'));
}

function firstOf(list: readonly Production[], terms: readonly TermToken[], phrase: Phrase): Reading | null {
  for (const production of list) {
    const reading = production(terms, phrase);
    if (reading) return reading;
  }
  return null;
}

function when(
  terms: readonly TermToken[],
  kind: Parameters<typeof senses>[1],
  make: (found: readonly string[]) => Reading,
): Reading | null {
  const found = senses(terms, kind);
  return found.length > 0 ? make(found) : null;
}

/** 主办件办结3件 counts what is done of a role, not the role. */
function whenRole(terms: readonly TermToken[], { quantity, leads }: Phrase): Reading | null {
  const role = ofKind(terms, 'role').at(leads ? 0 : -1);
  const [sense] = role ? senses([role], 'role') : [];
  if (role === undefined || sense === undefined) return null;
  if (ofKind(terms, 'outcome').length > 0 || ofKind(terms, 'rating').length > 0) return null;
  const then = terms.some((term) => term.start >= role.end && term.end <= quantity.start);
  if (role.text.endsWith('件') && then && !leads) return read('other', 'progress');
  if (ofKind(terms, 'progress').length > 0) return read('other', 'progress');
  return read(sense, 'role');
}

/** 平时提案211件 were received; 会后又收到10件 come on top of what the report is about. */
function whenPeriod(terms: readonly TermToken[]): Reading | null {
  if (ofKind(terms, 'later').length > 0) return read('other', 'period');
  if (ofKind(terms, 'period').length === 0) return null;
  return read(whenMatter(terms)?.metric ?? 'other', 'period');
}

function whenFiling(terms: readonly TermToken[]): Reading | null {
  const found = senses(terms, 'filing');
  if (found.length === 0) return null;
  return read(found.includes('other') ? 'other' : (found.at(-1) ?? 'other'), 'filing');
}

/** One outcome is that outcome; two together (解决和列入计划的合计) are none of them. */
function whenOutcome(terms: readonly TermToken[]): Reading | null {
  // 列入计划解决 is one outcome: the first word says of the second when.
  const outcomes = ofKind(terms, 'outcome');
  const heads = outcomes.filter((term) => !outcomes.some((other) => other.end === term.start));
  const found = new Set(senses(heads, 'outcome'));
  if (found.delete('adopted') && found.size === 0) return read('other', 'adoption');
  if (found.size === 0) return null;
  // 因政策限制等原因暂时无法解决: the reason decides.
  if (found.size === 2 && found.has('c') && found.has('d')) return read('outcome_c', 'outcome');
  return read(found.size === 1 ? `outcome_${[...found][0]}` : 'other', 'outcome');
}

function whenRating(terms: readonly TermToken[]): Reading | null {
  const found = [...new Set(senses(terms, 'rating'))];
  if (found.length === 0) return null;
  return read(found.length === 1 ? (found[0] ?? 'other') : 'other', 'rating');
}

/** 满意和基本满意的达91% is a satisfaction rate, 不满意的0.8% that class, 理解的7.2% neither. */
function whenOpinionShare(terms: readonly TermToken[]): Reading | null {
  const found = new Set(senses(terms, 'rating'));
  if (found.size === 0) return null;
  if (found.has('satisfied')) return read('satisfaction_rate', 'rating');
  return read(found.size === 1 ? ([...found][0] ?? 'other') : 'other', 'rating');
}

/** 委员提出680件 is by proposer; 各党派和全体委员递交提案491件 is what was received. */
function whenProposer(terms: readonly TermToken[]): Reading | null {
  const proposer = ofKind(terms, 'proposer').at(-1);
  if (proposer === undefined) return null;
  const handedIn = ofKind(terms, 'receipt').some((term) => term.start > proposer.start);
  return handedIn && ofKind(terms, 'matter').length > 0 ? null : read('other', 'proposer');
}

/** 由政府办理90件: suggestions, unless the sentence speaks of bills. */
function whenReceipt(terms: readonly TermToken[], { theme }: Phrase): Reading | null {
  if (ofKind(terms, 'receipt').length === 0) return null;
  return theme && whenMatter([theme])?.metric === 'other'
    ? read('other', 'matter')
    : read('received', 'plain');
}

function whenAdopted(terms: readonly TermToken[]): Reading | null {
  const found = new Set(senses(terms, 'outcome'));
  return found.has('adopted') && found.size === 1 ? read('adopted_rate', 'adoption') : null;
}

function whenMatter(terms: readonly TermToken[]): Reading | null {
  const found = senses(terms, 'matter');
  if (found.length === 0) return null;
  const counted = found.filter((sense) => sense !== '议案' && sense !== '社情民意');
  return read(counted.length > 0 ? 'received' : 'other', 'matter');
}

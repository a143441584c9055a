import { sumOf } from './arithmetic.ts';
import type { Mention } from './mention.ts';
import { ofKind } from './phrases.ts';
import type { Family } from './productions.ts';

/** Counts that stand side by side and divide one whole. */
export interface Enumeration {
  family: Family;
  items: Mention[];
  /** The mentions around it, among which its total and its shares stand. */
  near: readonly Mention[];
}

/** So far parts may miss their whole and still be meant as its parts. */
const SLIP = 0.05;
/** How many mentions before and behind an enumeration are near: a sentence of a report has about five. */
const NEAR = { before: 60, behind: 40 };

/** Families that may interrupt an enumeration without ending it: 建议37件(主办34件、协办3件),提案16件. */
const BENEATH: Partial<Record<Family, readonly Family[]>> = {
  matter: ['role', 'key', 'period'],
  outcome: ['matter'],
  topic: ['key'],
};

/**
 * The enumerations of a report. An enumeration goes on over commas, semicolons and into the next sentence, and ends
 * where a count of another family stands at its own level.
 */
export function enumerate(mentions: readonly Mention[]): Enumeration[] {
  const found: Enumeration[] = [];
  const open = new Map<string, Enumeration>();
  const order = new Map<object, number>(mentions.map((mention, i) => [mention, i]));
  for (const mention of mentions) {
    // A total that is taken up (政协主办的43件,…) begins anew.
    if (mention.refers) open.clear();
    if (!isPart(mention)) continue;
    const level = levelOf(mention);
    for (const [key, list] of open) {
      const last = list.items.at(-1);
      const deeper = last && mention.phrase.head !== null && mention.phrase.head !== last.phrase.head;
      const beneath = BENEATH[list.family]?.includes(mention.family) ?? false;
      const far = last && mention.phrase.sentence > last.phrase.sentence + 1;
      if (far || (list.family !== mention.family && !deeper && !beneath)) open.delete(key);
    }
    const list = open.get(level);
    if (list && !isRepeated(list, mention)) list.items.push(mention);
    else {
      const started = { family: mention.family, items: [mention], near: [] };
      open.set(level, started);
      found.push(started);
    }
  }
  return found.map((list) => {
    const first = order.get(list.items[0] ?? list) ?? 0;
    const last = order.get(list.items.at(-1) ?? list) ?? 0;
    return { ...list, near: mentions.slice(Math.max(0, first - NEAR.before), last + NEAR.behind) };
  });
}

function isPart(mention: Mention): boolean {
  return mention.unit !== '%' && mention.unit !== '个百分点' && !mention.refers;
}

/** Parts in one bracket belong together; the division of a class by body belongs to that class. */
function levelOf(mention: Mention): string {
  const { head, segment } = mention.phrase;
  const ofClass = mention.family === 'matter' && mention.metric !== 'received' && mention.metric !== 'other';
  const inner = ofClass ? `@${segment}` : '';
  return `${mention.family}${inner}#${head ? head.quantity.start : ''}`;
}

/** A class that comes again behind a semicolon opens another enumeration: 建议中A类18件、B类2件;提案中A类10件. */
function isRepeated({ family, items }: Enumeration, mention: Mention): boolean {
  const last = items.at(-1);
  // A figure for both bodies and those that divide it stand in one sentence; the next sentence has its own.
  if (family === 'matter' && last?.phrase.sentence !== mention.phrase.sentence)
    return mention.body === '合计' || items.some((m) => m.body === '合计');
  if (family !== 'role' && family !== 'outcome' && family !== 'rating') return false;
  if (last?.phrase.segment === mention.phrase.segment) return false;
  return items[0]?.metric === mention.metric || (family === 'role' && last?.body !== mention.body);
}

/**
 * Names what a list shows and its items do not say: items without any known word are topics when three of them stand
 * together or the sentence announces topics; 委员提案 beside 集体提案 is a kind of proposer.
 */
export function readLists(mentions: readonly Mention[]): void {
  for (const run of runs(mentions)) {
    const unnamed = run.filter(
      (m) => m.family === 'plain' && m.metric === 'other' && m.unit === '件' && !m.refers && isNamed(m),
    );
    const topics = run.filter((m) => m.family === 'topic');
    const announced = run.some(
      (m) => ofKind([...m.phrase.carried, ...m.phrase.before], 'topic_lead').length > 0,
    );
    if (unnamed.length + topics.length >= (announced || topics.length > 0 ? 2 : 3)) {
      for (const mention of [...unnamed, ...topics]) rename(mention, mentions, 'topic_count', 'topic');
    }
    if (run.some((m) => m.family === 'proposer')) {
      for (const mention of run)
        if (mention.family === 'matter' && mention.phrase.before.some((term) => /委员提案$/.test(term.text)))
          rename(mention, mentions, 'other', 'proposer');
    }
  }
}

/** A number that leads its clause is named by the clause before: 交通管理的最多,有44件. */
function isNamed({ phrase }: Mention): boolean {
  return !phrase.leads || phrase.carried.length > 0;
}

/** 会办23件,即建议16件、提案7件: counts by body that add to the one before them divide it and say the same. */
export function readDivisions(mentions: readonly Mention[]): void {
  const counts = mentions.filter((m) => m.unit === '件');
  for (const [i, whole] of counts.entries()) {
    if (whole.metric === 'received' || whole.metric === 'filed') continue;
    const parts: Mention[] = [];
    for (let at = i + 1; at < counts.length && isPlainBody(counts[at], whole); at++)
      parts.push(...counts.slice(at, at + 1));
    if (parts.length < 2 || !divides(parts, whole)) continue;
    for (const part of parts) rename(part, mentions, whole.metric, 'matter');
  }
}

/** The parts make the whole, or miss it by a slip where 建议 and 提案 stand right behind it. */
function divides(parts: readonly Mention[], whole: Mention): boolean {
  const miss = Math.abs(sumOf(parts.map((m) => m.value)) - whole.value);
  const pair = parts.length === 2 && parts[0]?.body !== parts[1]?.body;
  const behind = parts.every(
    (m) => m.phrase.segment === whole.phrase.segment && m.phrase.head === whole.phrase.head,
  );
  return (
    miss === 0 || (pair && behind && whole.family !== 'matter' && miss <= Math.max(2, whole.value * SLIP))
  );
}

function isPlainBody(mention: Mention | undefined, whole: Mention): mention is Mention {
  if (mention === undefined || mention.phrase.sentence !== whole.phrase.sentence) return false;
  return mention.family === 'matter' && mention.metric === 'received' && mention.body !== '合计';
}

function rename(mention: Mention, all: readonly Mention[], metric: Mention['metric'], family: Family): void {
  Object.assign(mention, { metric, family });
  for (const share of all)
    if (share.of === mention && share.family !== 'rate') Object.assign(share, { metric, family });
}

/** Counts that follow each other within a sentence or over semicolons. */
function runs(mentions: readonly Mention[]): Mention[][] {
  const found: Mention[][] = [];
  let sentence = -1;
  for (const mention of mentions.filter((m) => m.unit !== '%' && m.unit !== '个百分点')) {
    if (mention.phrase.sentence !== sentence) found.push([]);
    found.at(-1)?.push(mention);
    sentence = mention.phrase.sentence;
  }
  return found;
}

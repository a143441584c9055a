import type { Mention } from './mentions.ts';
import { ofKind } from './phrases.ts';
import type { Family } from './productions.ts';

/** Counts that stand side by side and divide one whole. */
export interface Enumeration {
  family: Family;
  items: Mention[];
}

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
  for (const mention of mentions) {
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
      const started = { family: mention.family, items: [mention] };
      open.set(level, started);
      found.push(started);
    }
  }
  return found;
}

function isPart(mention: Mention): boolean {
  return mention.unit !== '%' && mention.unit !== '个百分点' && !mention.refers;
}

/** Parts in one bracket belong together; an outcome's division by body belongs to that outcome. */
function levelOf(mention: Mention): string {
  const { head, segment } = mention.phrase;
  const inner = mention.family === 'matter' && mention.metric.startsWith('outcome') ? `@${segment}` : '';
  return `${mention.family}${inner}#${head ? head.quantity.start : ''}`;
}

/** A role or class that comes a second time opens another enumeration: 主办34件、协办3件;主办7件、协办9件. */
function isRepeated(list: Enumeration, mention: Mention): boolean {
  if (list.family === 'role')
    return list.items.some((m) => m.metric === mention.metric && m.metric !== 'other');
  return false;
}

/**
 * Names what a list shows and its items do not say: items without any known word are topics when three of them stand
 * together or the sentence announces topics; 委员提案 beside 集体提案 is a kind of proposer.
 */
export function readLists(mentions: readonly Mention[]): void {
  for (const run of runs(mentions)) {
    const unnamed = run.filter(
      (m) => m.family === 'plain' && m.metric === 'other' && m.unit === '件' && !m.phrase.leads,
    );
    const topics = run.filter((m) => m.family === 'topic');
    const announced = run.some((m) => ofKind([...m.phrase.carried, ...m.phrase.before], 'topic_lead').length > 0);
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

function rename(mention: Mention, all: readonly Mention[], metric: Mention['metric'], family: Family): void {
  Object.assign(mention, { metric, family });
  for (const share of all) if (share.of === mention && share.family !== 'rate') Object.assign(share, { metric, family });
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

import { findDue } from './find-due.ts';
import type { PromiseWords } from './promise-words.ts';
import { type Sentence, splitSentences } from './split-sentences.ts';

/** What an answer promises: the words as written, an exact substring of it, and the last day by which it is due. */
export interface FoundPromise {
  item: string;
  /** ISO day; null where no time is said, or one that hangs on a reply date that is not known. */
  due_on: string | null;
}

/** Characters of an item that is more than its own clause. */
const LONGEST = 80;

/**
 * Reads promises out of an answer: what is to be done by a day on or after the reply (力争2025年6月底前建成), and
 * plans for something tangible without a day (下一步将增设路灯). `replied`: ISO day of the reply, for 今年 and 三个月内.
 */
export function findPromises(answer: string, replied: string | null, words: PromiseWords): FoundPromise[] {
  const seen = new Set<string>();
  return splitSentences(answer)
    .flatMap((sentence) => promisesOf(sentence, replied, words))
    .filter(({ item, due_on }) => {
      const key = `${item} ${due_on}`;
      return !seen.has(key) && seen.add(key);
    });
}

function promisesOf(sentence: Sentence, replied: string | null, words: PromiseWords): FoundPromise[] {
  const { folded } = sentence;
  const found: FoundPromise[] = [];
  let done = 0;
  const dues = findDue(folded, replied, words.seasons);
  for (const due of dues) {
    const { from, to } = clauseOf(folded, due.from, due.to);
    const clause = folded.slice(from, to);
    if (words.except.test(clause) || /^(?:起|至|到|-|—|~)/.test(folded.slice(due.to))) continue;
    if (due.day !== null && replied !== null && due.day < replied) continue;
    if (!due.isLimit && !words.marks.test(clause)) continue;
    found.push({ item: cut(sentence, Math.min(done, from), from, to), due_on: due.day });
    done = to;
  }
  return dues.length > 0 ? found : planOf(sentence, words);
}

/** The clause round a time; a time that is a clause of its own belongs to the next one, and 并… to the one before it. */
function clauseOf(folded: string, start: number, end: number): { from: number; to: number } {
  const from = Math.max(folded.lastIndexOf(',', start - 1), folded.lastIndexOf(':', start - 1)) + 1;
  const stop = (at: number) => {
    const found = folded.slice(at).search(/[,。;!?]/);
    return found < 0 ? folded.length : at + found;
  };
  const own = stop(end);
  const to = own - end < 2 ? stop(own + 1) : own;
  return { from, to: /^,[并且同]/.test(folded.slice(to, to + 2)) ? stop(to + 1) : to };
}

function planOf({ text, folded }: Sentence, { plans, except, actions, vague }: PromiseWords): FoundPromise[] {
  const isPlan = plans.test(folded) && actions.test(folded) && !vague.test(folded) && !except.test(folded);
  return isPlan ? [{ item: text.replace(/[。；;！!？?]$/, ''), due_on: null }] : [];
}

/**
 * From after the promise before, so that an item says what is promised and not only by when; of a long sentence the
 * clauses next to the promise.
 */
function cut({ text, folded }: Sentence, earliest: number, clause: number, to: number): string {
  let from = earliest;
  while (from < clause && to - from > LONGEST)
    from = Math.min(clause, folded.indexOf(',', from) + 1 || clause);
  return text.slice(from, to).replace(/^[\s，,、；;：:]+|[\s，,。；;！!？?]+$/g, '');
}

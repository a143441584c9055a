import type { SuggestionAnswer } from '../rows.ts';
import { fold } from './fold.ts';
import { splitSentences } from './split-sentences.ts';
import { splitNumbered, splitSuggestions } from './split-suggestions.ts';

/** How rare a pair of characters is among the texts of the run: ln((1 + n) / (1 + df)) + 1. */
export type Rarity = (pair: string) => number;

export interface AskedAndAnswered {
  suggestion: string | null;
  text: string | null;
  /** The answers of the departments that answer, in one text. */
  reply: string;
}

/** From these shares on an item counts as answered, or as doubtful; see test/answers/match-suggestions.test.ts. */
export const ANSWERED = 0.18;
export const DOUBTFUL = 0.09;

/**
 * For each item of what a proposal asks whether its answer speaks of it. The score, in [0, 1], is the share of the
 * item's pairs of characters, weighted by rarity, that the nearest two sentences in a row hold; where the answer has
 * as many numbered parts as there are items, the part of the same number counts half as much again.
 */
export function matchSuggestions(
  asked: AskedAndAnswered,
  rarity: Rarity,
): Omit<SuggestionAnswer, 'proposal_id'>[] {
  const items = splitSuggestions(asked.suggestion, asked.text);
  const parts = splitNumbered(asked.reply);
  const passages = passagesOf(asked.reply);
  return items.map((suggestion, i) => {
    const own = pairs(suggestion);
    const weight = sum(own, rarity);
    const shareOf = (held: ReadonlySet<string>) =>
      weight === 0
        ? 0
        : sum(
            [...own].filter((pair) => held.has(pair)),
            rarity,
          ) / weight;
    const scored = passages.map(({ text, held }) => ({ text, score: shareOf(held) }));
    const best = scored.reduce((a, b) => (b.score > a.score ? b : a), { text: '', score: 0 });
    const aligned = parts.length === items.length ? shareOf(pairs(parts[i] ?? '')) * 1.5 : 0;
    const score = Math.round(Math.min(1, Math.max(best.score, aligned)) * 1000) / 1000;
    const answered = score >= ANSWERED ? 'yes' : score >= DOUBTFUL ? 'doubtful' : 'no';
    return { item: i + 1, suggestion, answered, evidence: answered === 'no' ? null : best.text, score };
  });
}

/** The rarity of the pairs of these texts, each text counted once for a pair. */
export function rarityOf(texts: readonly string[]): Rarity {
  const df = new Map<string, number>();
  for (const text of texts) for (const pair of pairs(text)) df.set(pair, (df.get(pair) ?? 0) + 1);
  return (pair) => Math.log((1 + texts.length) / (1 + (df.get(pair) ?? 0))) + 1;
}

interface Passage {
  text: string;
  held: Set<string>;
}

/** Every sentence with the one after it: an answer often names the matter in one and what was done in the next. */
function passagesOf(reply: string): Passage[] {
  const sentences = splitSentences(reply);
  return sentences.map((sentence, i) => {
    const next = sentences[i + 1];
    const end = next ? next.start + next.text.length : sentence.start + sentence.text.length;
    const text = reply.slice(sentence.start, end);
    return { text, held: pairs(text) };
  });
}

/** The pairs of characters in a row, without punctuation and digits, folded. */
export function pairs(text: string): Set<string> {
  const found = new Set<string>();
  for (const [run] of fold(text).matchAll(/[\p{L}]+/gu)) {
    for (let i = 0; i + 2 <= run.length; i++) found.add(run.slice(i, i + 2));
  }
  return found;
}

function sum(pairs: Iterable<string>, rarity: Rarity): number {
  let total = 0;
  for (const pair of pairs) total += rarity(pair);
  return total;
}

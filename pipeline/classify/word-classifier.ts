import { normalize } from '../text/normalize.ts';
import type { Tokenizer } from '../text/tokenize.ts';
import { buildLexicon, findWords, speller } from './lexicon.ts';
import type { Taxonomy } from './taxonomy.ts';

/** A topic in a ranking. Scores are in [0, 1] and add to less than 1: what is missing to 1 is doubt. */
export interface RankedTopic {
  topic: string;
  subtopic: string | null;
  score: number;
  /** The words that decided, as they stand in the text, strongest first. */
  words: string[];
}

export interface TopicRanking {
  /** All topics, best first; ties in the order of the taxonomy. */
  ranking: RankedTopic[];
  /** A person must look: no word matched or the best topic is not clearly ahead. */
  review: boolean;
}

/** Words in the title say what it is about; words in the body say what it mentions. */
const TITLE_WEIGHT = 3;
/** Weight that stands for the unsaid: one decisive word in a title (3 × 3) gives a score of 0.69. */
const DOUBT = 4;
/** As much of the body as is read, in characters. */
const MAX_TEXT = 5000;
/** Below these the machine does not answer alone. */
const MIN_SCORE = 0.4;
const MIN_LEAD = 0.1;

/**
 * The transparent classifier: each topic's score is the weighted sum of its words in the text. Only whole words
 * count (水利 is not in 废水利用). In the body the n-th occurrence of a word counts 1/n.
 */
export function wordClassifier(
  taxonomy: Taxonomy,
  tokenize: Tokenizer,
): (title: string, text: string | null) => TopicRanking {
  const lexicon = buildLexicon(taxonomy);
  return (title, text) => {
    const scores = taxonomy.topics.map((t) => ({
      own: 0,
      children: t.children.map(() => 0),
      words: new Map<string, number>(),
    }));
    const add = (source: string, factor: number) => {
      const seen = new Map<string, number>();
      findWords(tokenize(normalize(source)), lexicon, (word, entries) => {
        const times = (seen.get(word) ?? 0) + 1;
        seen.set(word, times);
        for (const { topic, child, weight } of entries) {
          const target = scores[topic];
          if (!target) continue;
          const points = (weight * factor) / times;
          if (child < 0) target.own += points;
          else target.children[child] = (target.children[child] ?? 0) + points;
          target.words.set(word, (target.words.get(word) ?? 0) + points);
        }
      });
    };
    add(title, TITLE_WEIGHT);
    const body = (text ?? '').slice(0, MAX_TEXT);
    add(body, 1);
    return rank(taxonomy, scores, `${title}\n${body}`);
  };
}

interface Score {
  own: number;
  children: number[];
  words: Map<string, number>;
}

function rank(taxonomy: Taxonomy, scores: Score[], source: string): TopicRanking {
  const totals = scores.map((s) => Math.max(0, s.own + s.children.reduce((a, b) => a + b, 0)));
  const spell = speller(source);
  const sum = totals.reduce((a, b) => a + b, 0) + DOUBT;
  const ranking = scores
    .map((s, i) => {
      const topic = taxonomy.topics[i];
      const best = s.children.reduce((b, points, c) => (points > (s.children[b] ?? 0) ? c : b), 0);
      const subtopic = (s.children[best] ?? 0) > 0 ? (topic?.children[best]?.id ?? null) : null;
      const words = [...s.words]
        .filter(([, p]) => p > 0)
        .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
      const shown = words.slice(0, 6).map(([word]) => spell(word));
      return {
        topic: topic?.id ?? '',
        subtopic,
        score: round((totals[i] ?? 0) / sum),
        words: shown,
        order: i,
      };
    })
    .sort((a, b) => b.score - a.score || a.order - b.order)
    .map(({ order: _, ...topic }) => topic);
  const [first, second] = ranking;
  if ((first?.score ?? 0) === 0)
    ranking.sort((a, b) => Number(b.topic === 'other') - Number(a.topic === 'other'));
  const review = (first?.score ?? 0) < MIN_SCORE || (first?.score ?? 0) - (second?.score ?? 0) < MIN_LEAD;
  return { ranking, review };
}

function round(score: number): number {
  return Math.round(score * 1000) / 1000;
}

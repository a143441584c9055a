import { normalize } from '../text/normalize.ts';
import type { Tokenizer } from '../text/tokenize.ts';
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

interface Entry {
  topic: number;
  child: number;
  weight: number;
}

/** Words in the title say what it is about; words in the body say what it mentions. */
const TITLE_WEIGHT = 3;
/** Weight that stands for the unsaid: one decisive word in a title (3 × 3) gives a score of 0.69. */
const DOUBT = 4;
/** Below these the machine does not answer alone. */
const MIN_SCORE = 0.4;
const MIN_LEAD = 0.1;
/** The longest taxonomy word, in tokens. */
const MAX_TOKENS = 6;

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
      for (const word of findWords(tokenize(normalize(source)), lexicon)) {
        const times = (seen.get(word) ?? 0) + 1;
        seen.set(word, times);
        for (const { topic, child, weight } of lexicon.get(word) ?? []) {
          const target = scores[topic];
          if (!target) continue;
          const points = (weight * factor) / times;
          if (child < 0) target.own += points;
          else target.children[child] = (target.children[child] ?? 0) + points;
          target.words.set(word, (target.words.get(word) ?? 0) + points);
        }
      }
    };
    add(title, TITLE_WEIGHT);
    add((text ?? '').slice(0, 5000), 1);
    return rank(taxonomy, scores, `${title}\n${text ?? ''}`);
  };
}

interface Score {
  own: number;
  children: number[];
  words: Map<string, number>;
}

function rank(taxonomy: Taxonomy, scores: Score[], source: string): TopicRanking {
  const totals = scores.map((s) => Math.max(0, s.own + s.children.reduce((a, b) => a + b, 0)));
  const sum = totals.reduce((a, b) => a + b, 0) + DOUBT;
  const ranking = scores
    .map((s, i) => {
      const topic = taxonomy.topics[i];
      const best = s.children.reduce((b, points, c) => (points > (s.children[b] ?? 0) ? c : b), 0);
      const subtopic = (s.children[best] ?? 0) > 0 ? (topic?.children[best]?.id ?? null) : null;
      const words = [...s.words]
        .filter(([, p]) => p > 0)
        .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
      const shown = words.slice(0, 6).map(([word]) => asWritten(word, source));
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

function buildLexicon(taxonomy: Taxonomy): Map<string, Entry[]> {
  const lexicon = new Map<string, Entry[]>();
  const put = (words: Record<string, number>, topic: number, child: number) => {
    for (const [word, weight] of Object.entries(words)) {
      const key = normalize(word);
      lexicon.set(key, [...(lexicon.get(key) ?? []), { topic, child, weight }]);
    }
  };
  for (const [t, topic] of taxonomy.topics.entries()) {
    if (topic.retired) continue;
    put(topic.words, t, -1);
    for (const [c, child] of topic.children.entries()) if (!child.retired) put(child.words, t, c);
  }
  return lexicon;
}

/** The longest lexicon words made of whole tokens, left to right, without overlap. */
function findWords(tokens: string[], lexicon: Map<string, Entry[]>): string[] {
  const found: string[] = [];
  for (let i = 0; i < tokens.length; ) {
    let length = Math.min(MAX_TOKENS, tokens.length - i);
    while (length > 0 && !lexicon.has(tokens.slice(i, i + length).join(''))) length -= 1;
    if (length > 0) found.push(tokens.slice(i, i + length).join(''));
    i += Math.max(1, length);
  }
  return found;
}

/** A normalised word in the spelling of the text, where it can be found there. */
function asWritten(word: string, source: string): string {
  const at = [...source].length === source.length ? normalize(source).indexOf(word) : -1;
  const written = at < 0 ? '' : source.slice(at, at + word.length);
  return normalize(written) === word ? written : word;
}

function round(score: number): number {
  return Math.round(score * 1000) / 1000;
}

import { loadTokenizer, type Tokenizer, type TokenizerEngine } from '../text/tokenize.ts';
import type { WordScores } from './example.ts';
import { type Preparer, preparer } from './features.ts';
import { buildLexicon } from './lexicon.ts';
import { readTaxonomy, type Taxonomy } from './taxonomy.ts';
import { wordClassifier } from './word-classifier.ts';

/** What learning and explaining need; answering needs only the preparer. */
export interface Tools {
  taxonomy: Taxonomy;
  tokenize: Tokenizer;
  prepare: Preparer;
  classifyByWords: ReturnType<typeof wordClassifier>;
}

export async function loadTools(
  taxonomy: Taxonomy = readTaxonomy(),
  engine: TokenizerEngine = 'jieba',
): Promise<Tools> {
  const tokenize = await loadTokenizer(engine);
  return {
    taxonomy,
    tokenize,
    prepare: makePreparer(taxonomy),
    classifyByWords: wordClassifier(taxonomy, tokenize),
  };
}

/** The preparer alone, without the tokenizer's dictionary: enough for a model's answers. */
export function makePreparer(taxonomy: Taxonomy = readTaxonomy()): Preparer {
  return preparer(buildLexicon(taxonomy), taxonomy.topics);
}

/** The word classifier's part in a model whose labels are topics of the taxonomy; null for any other labels. */
export function wordScoresFor(
  labels: Iterable<string>,
  { taxonomy, classifyByWords }: Tools,
): WordScores | null {
  const topics = new Set<string>(taxonomy.topics.map((t) => t.id));
  if ([...labels].some((label) => !topics.has(label))) return null;
  return ({ title, text }, names) => {
    const scores = new Map(classifyByWords(title, text).ranking.map((r) => [r.topic, r.score]));
    return Float64Array.from(names, (name) => scores.get(name) ?? 0);
  };
}

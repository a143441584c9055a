import { loadTools } from './classify/prepare.ts';
import { readTaxonomy } from './classify/taxonomy.ts';
import { readTopicModel, topicClassifier } from './classify/topic-classifier.ts';
import type { Config } from './config.ts';
import type { Relation } from './rows.ts';

/** A proposal that is to be sorted, compared and sent on. */
export interface NewProposal {
  id: string;
  title: string;
  text: string | null;
}

/** An earlier proposal that resembles the new one. */
export interface Similar {
  proposal_id: string;
  relation: Relation;
  /** Probability in [0, 1] that it is a copy, a fragment or the same matter. */
  score: number;
  /** Canonical outcome of its first answer, null when there is none. */
  outcome: string | null;
}

/** What the machine says of one proposal; the line of `tag --format jsonl`. */
export interface Tagging {
  id: string;
  title: string;
  /** First of `topics`. */
  topic: string;
  /** Best first, at least three. */
  topics: { id: string; name: string; score: number }[];
  /** Lead candidates by score, then co-handlers. */
  departments: { name: string; role: 'lead' | 'co'; score: number; reason: string }[];
  similar: Similar[];
  /** A person must look. */
  review: boolean;
  /** The deciding words of the topic, in the text's spelling. */
  why: string[];
}

export type Tagger = (proposal: NewProposal) => Promise<Tagging>;

export interface TagOptions {
  /** Folder of jianyan.yaml, null outside a workspace. */
  workspace: string | null;
  config: Config;
  /** Models named on the command line, before those of the workspace. */
  models: string[];
  /** A run's analysis.duckdb, for similar cases and who handled them; null for none. */
  history: string | null;
  top: number;
}

/** Loads what is needed once; the returned function tags one proposal at a time: normalize → tokenize → classify → route → similar. */
export async function openTagger({ workspace, config, top }: TagOptions): Promise<Tagger> {
  const taxonomy = readTaxonomy(workspace);
  const tools = await loadTools(taxonomy, config.tokenizer ?? 'jieba');
  const model = readTopicModel(config.models?.topic ?? null, workspace, tools);
  const classify = topicClassifier(model, tools, config.precision ?? undefined);
  const names = new Map<string, string>(taxonomy.topics.map((t) => [t.id, t.name]));
  return async ({ id, title, text }) => {
    const { ranking, review } = classify(title, text);
    const topics = ranking.slice(0, Math.max(3, top)).map(({ topic, score }) => ({
      id: topic,
      name: names.get(topic) ?? topic,
      score,
    }));
    const [first] = ranking;
    return {
      id,
      title,
      topic: first?.topic ?? '',
      topics,
      departments: [],
      similar: [],
      review,
      why: first?.words ?? [],
    };
  };
}

import { join } from 'node:path';
import { type Embed, loadEmbedder } from './classify/embed.ts';
import { assertEmbedder, type LearnedModel } from './classify/learned.ts';
import { readModel } from './classify/model-file.ts';
import { loadTools } from './classify/prepare.ts';
import { readTaxonomy } from './classify/taxonomy.ts';
import { readTopicModel, topicClassifier } from './classify/topic-classifier.ts';
import type { Config } from './config.ts';
import { InputError } from './errors.ts';
import { type Similar, similarFinder } from './link/similar.ts';
import { chooseRouter } from './route/choose-router.ts';
import { readDepartments } from './route/departments.ts';
import { readHistory } from './route/past-cases.ts';
import { openRun } from './store/open-run.ts';

/** A proposal that is to be sorted, compared and sent on. */
export interface NewProposal {
  id: string;
  title: string;
  text: string | null;
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
  /** A person must look: the topic or the lead department is in doubt. */
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
  /** A run's folder or its analysis.duckdb, for similar cases and who handled them; null for none. */
  history: string | null;
  /** Lead candidates and, if more than three, topics. */
  top: number;
}

/**
 * Loads what is needed once; the returned function tags one proposal at a time: normalize → tokenize → classify → route
 * → similar. Throws InputError for a model or history that cannot be used.
 */
export async function openTagger(options: TagOptions): Promise<Tagger> {
  const { workspace, config, top } = options;
  const precision = config.precision ?? undefined;
  const taxonomy = readTaxonomy(workspace);
  const tools = await loadTools(taxonomy, config.tokenizer ?? 'jieba');
  const models = readModels(options);
  const embedding = config.models?.embedding ? join(workspace ?? '', config.models.embedding) : null;
  const standard = readTopicModel(models.topic ? null : (config.models?.topic ?? null), workspace, tools);
  const topicModel = models.topic ?? standard;
  const vectorOf = await openVectors(topicModel, embedding);
  const classify = topicClassifier(topicModel, tools, precision);
  // Labels of a user's own say nothing of the taxonomy's default departments.
  const ids = new Map<string, string>(taxonomy.topics.map((t) => [t.id, t.name]));
  const isOwn = topicModel?.linear.labels.some((label) => !ids.has(label)) ?? false;
  const classifyForRouting = isOwn ? topicClassifier(standard, tools) : null;
  const past = options.history === null ? null : await openPast(options.history);
  const route = await chooseRouter({
    model: models.department,
    embedding,
    tools,
    departments: readDepartments(workspace),
    handled: past?.handled ?? [],
    precision,
  });
  return async ({ id, title, text }) => {
    const { ranking, review } = classify(title, text, await vectorOf(title, text));
    // A case that the run holds already is no precedent of itself.
    const found = past ? await past.findSimilar({ title, text }) : [];
    const similar = found.filter(({ proposal_id }) => proposal_id !== id);
    const topics = classifyForRouting?.(title, text).ranking ?? ranking;
    const routing = await route(
      { title, text, topics: topics.slice(0, 3), past: (await past?.lookUp(similar)) ?? [] },
      top,
    );
    const [first] = ranking;
    return {
      id,
      title,
      topic: first?.topic ?? '',
      topics: ranking.slice(0, Math.max(3, top)).map(({ topic, score }) => ({
        id: topic,
        name: ids.get(topic) ?? topic,
        score,
      })),
      departments: routing.departments.map(({ department: name, role, score, reason }) => ({
        name,
        role,
        score,
        reason,
      })),
      similar,
      review: review || routing.review,
      why: first?.words ?? [],
    };
  };
}

/** Earlier cases of a run: which resemble a new one, and who handled them. */
async function openPast(place: string) {
  const { connection } = await openRun(place);
  const findSimilar = await similarFinder(connection, place);
  return { findSimilar, ...(await readHistory(connection, place)) };
}

/** Models of departments route; those of any other target classify. The first of each kind counts. */
function readModels({ models, config, workspace }: TagOptions) {
  const read = models.map((file) => ({ file, model: readModel(file) }));
  const own = config.models?.department ?? null;
  const isDepartment = ({ model }: { model: LearnedModel }) => model.target === 'department';
  const pick = (found: typeof read): LearnedModel | null => {
    const [first, second] = found;
    if (second) throw new InputError(second.file, '给出了两个用途相同的模型', '主题和承办单位的模型各给一个');
    return first?.model ?? null;
  };
  return {
    topic: pick(read.filter((m) => !isDepartment(m))),
    department:
      pick(read.filter(isDepartment)) ?? (own === null ? null : readModel(join(workspace ?? '', own))),
  };
}

/** Sentence vectors, where the model was trained with them; else null for every text. */
async function openVectors(
  model: LearnedModel | null,
  folder: string | null,
): Promise<(title: string, text: string | null) => Promise<Float32Array | null>> {
  if (model) assertEmbedder(model, folder !== null, '主题模型');
  const embed: Embed | null = model?.embedding && folder !== null ? await loadEmbedder(folder) : null;
  return async (title, text) => (embed ? ((await embed([{ title, text: text ?? '' }]))[0] ?? null) : null);
}

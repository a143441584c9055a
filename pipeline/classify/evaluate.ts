import { InputError } from '../errors.ts';
import type { Progress } from '../progress.ts';
import { calibrate, probabilities } from './calibrate.ts';
import { crossValidate } from './cross-validate.ts';
import { loadEmbedder } from './embed.ts';
import type { Example } from './example.ts';
import { countLabels, readExamples, skipRare } from './examples.ts';
import type { Prepared } from './features.ts';
import { type Answer, added, assertEmbedder, choose, kindOf, learn, learnedClassifier } from './learned.ts';
import { type Judged, type Metrics, type Mistake, measure, mistakesOf } from './metrics.ts';
import { readModel } from './model-file.ts';
import { nearestAmong } from './nearest.ts';
import { loadTools, type Tools, wordScoresFor } from './prepare.ts';
import type { Taxonomy } from './taxonomy.ts';
import { learnable, topicIds } from './train.ts';
import { learnVocabulary } from './vectorize.ts';

export interface EvaluateOptions {
  target: string;
  label: string;
  /** A model to judge; null to cross-validate on the file itself. */
  model: string | null;
  folds: number;
  skipRare: boolean;
  /** Folder of a sentence-vector model; null for none. */
  embedding: string | null;
}

export interface Evaluation extends Metrics {
  target: string;
  label: string;
  /** How the answers were made: by a model file, or by models that had not seen the document. */
  method: string;
  /** Labels with fewer than ten examples. */
  few: { label: string; documents: number }[];
  /** Labels in the ledger that the models answer surely and otherwise: often mistakes of the ledger. */
  suspected: Mistake[];
  /** The surest of the other wrong answers. */
  mistakes: Mistake[];
  /** Trained on all years before, tested on the year; only where rows have years. */
  by_year: { year: number; trained_on: number; documents: number; accuracy: number; macro_f1: number }[];
  notices: string[];
}

/** From this probability on a disagreement with the ledger is shown as a suspected label error. */
const SURE = 0.9;
const FEW = 10;
const SHOWN_SUSPECTED = 30;
const SHOWN_MISTAKES = 12;
const SHOWN_TEXT = 80;

/** Judges a model, or the file's own labels by cross-validation. Throws InputError as `train` does. */
export async function evaluate(
  file: string,
  options: EvaluateOptions,
  progress: Progress,
): Promise<Evaluation> {
  const read = readExamples(file, options.label);
  const { found, notices } = options.model
    ? { found: options.skipRare ? skipRare(read).kept : read, notices: [] as string[] }
    : learnable(read, file, options);
  const tools = await loadTools();
  const embed = options.embedding === null ? null : await loadEmbedder(options.embedding);
  const vectors = embed ? await embed(found.examples) : null;
  const { judged, method, strange } = options.model
    ? judgeByModel(found.examples, options.model, options.label, tools, vectors)
    : judgeByFolds(found.examples, tools, vectors, options.folds, progress);
  const few = [...countLabels(found.examples)]
    .filter(([, documents]) => documents < FEW)
    .map(([label, documents]) => ({ label, documents }));
  const wrong = mistakesOf(judged);
  // A model's own mistakes say nothing of the ledger when it has learned from it.
  const isSuspected = ({ score }: { score: number }) => options.model === null && score >= SURE;
  return {
    target: options.target,
    label: options.label,
    method,
    ...measure(judged),
    few,
    suspected: withNearest(wrong.filter(isSuspected).slice(0, SHOWN_SUSPECTED)),
    mistakes: withNearest(wrong.filter((m) => !isSuspected(m)).slice(0, SHOWN_MISTAKES)),
    by_year: options.model ? [] : judgeByYear(found.examples, tools, progress),
    notices: [...notices, ...strange],
  };
}

type Vectors = readonly Float32Array[] | null;

function withNearest(wrong: ReturnType<typeof mistakesOf>): Mistake[] {
  return wrong.map((m) => ({ ...m, nearest: m.nearest() }));
}

function judgeByModel(
  labelled: readonly Example[],
  path: string,
  column: string,
  tools: Tools,
  vectors: Vectors,
) {
  const model = readModel(path);
  assertEmbedder(model, vectors !== null, path);
  const examples = inWordsOf(model.linear.labels, labelled, tools.taxonomy);
  const strange = [...countLabels(examples)].filter(([name]) => !model.linear.labels.includes(name));
  const shown = strange.slice(0, 8).map(([name, n]) => `${name}（${n}）`);
  if (strange.length === countLabels(examples).size) {
    const what = `模型的标签与“${column}”列的没有一个相同，那里是 ${shown.join('、')}`;
    throw new InputError(path, what, '请用 --label 写明另一列，或换用按这些标签训练的模型');
  }
  const classify = learnedClassifier(model);
  const wordScores = wordScoresFor(model.linear.labels, tools);
  const known = model.examples.map(({ title }) => tools.prepare({ title, text: '' }));
  const nearest = nearestAmong(known, model.linear.vocabulary);
  const judged = examples.map((e, i) => {
    const prepared = tools.prepare(e);
    const byWords = wordScores?.(e, model.linear.labels) ?? null;
    const { ranking } = classify(prepared, { byWords, vector: vectors?.[i] ?? null });
    return judge(e, ranking, () => {
      const [first] = nearest(prepared);
      const example = first ? model.examples[first.index] : undefined;
      return example ? `${example.title}（${example.label}）` : '';
    });
  });
  const notices = strange.length === 0 ? [] : [`模型没有这些标签，必然判错：${shown.join('、')}`];
  return { method: `模型 ${path}`, judged, strange: notices };
}

/** Labels that a model of topics knows by their id, in the ledger by a name of it. */
function inWordsOf(known: readonly string[], examples: readonly Example[], taxonomy: Taxonomy): Example[] {
  const ids = topicIds(taxonomy);
  const nameOf = (label: string) => {
    const id = ids.get(label);
    return known.includes(label) || id === undefined || !known.includes(id) ? label : id;
  };
  return examples.map((e) => ({ ...e, labels: [...new Set(e.labels.map(nameOf))] }));
}

function judge(example: Example, ranking: Answer['ranking'], nearest: () => string): Judged {
  const { id, title, text, labels } = example;
  const [head, body] = title === '' ? [text.slice(0, 60), text.slice(60)] : [title, text];
  return { id, title: head, text: body.slice(0, SHOWN_TEXT), truth: labels, ranking, nearest };
}

/** Scores from models that have not seen the document, probabilities from a curve that has not seen its fold. */
function judgeByFolds(
  examples: readonly Example[],
  { prepare, tokenize }: Tools,
  vectors: Vectors,
  folds: number,
  progress: Progress,
) {
  const stage = progress.stage('交叉验证', folds);
  const prepared: Prepared[] = examples.map(prepare);
  const labels = [...new Set(examples.flatMap((e) => e.labels))].sort();
  const plain = crossValidate({ examples, prepared, vectors, labels }, folds, tokenize, () =>
    stage.advance(),
  );
  const share = choose(plain, vectors ? plain.map((s) => s.dense) : null, kindOf(examples));
  const scored = plain.map((s) => ({ ...s, scores: added(s.scores, s.dense, share) }));
  stage.end(`${examples.length} 条，${folds} 折`);
  const curves = Array.from({ length: folds }, (_, fold) =>
    calibrate(
      scored.filter((s) => s.fold !== fold),
      kindOf(examples),
    ),
  );
  const nearest = nearestAmong(prepared, learnVocabulary(prepared, tokenize));
  const judged = examples.map((example, i) => {
    const { scores, fold } = scored[i] ?? { scores: new Float64Array(labels.length), fold: 0 };
    const curve = curves[fold];
    const p = curve ? probabilities(scores, curve) : scores;
    const order = [...labels.keys()].sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0));
    const ranking = order.map((k) => ({ label: labels[k] ?? '', score: p[k] ?? 0 }));
    return judge(example, ranking, () => {
      const document = prepared[i];
      const [first] = document ? nearest(document, i) : [];
      const like = first ? examples[first.index] : undefined;
      return like ? `${(like.title || like.text).slice(0, 40)}（${like.labels.join('、')}）` : '';
    });
  });
  return { method: `${folds} 折交叉验证`, judged, strange: [] };
}

/** Trains on the years before and tests on each year, from the second on; years with too little are left out. */
function judgeByYear(examples: readonly Example[], tools: Tools, progress: Progress): Evaluation['by_year'] {
  const years = [...new Set(examples.flatMap((e) => e.year ?? []))].sort((a, b) => a - b).slice(1);
  if (years.length === 0) return [];
  const stage = progress.stage('以往年训练、测当年', years.length);
  const rows = years.flatMap((year) => {
    const past = examples.filter((e) => e.year !== null && e.year < year);
    const now = examples.filter((e) => e.year === year);
    stage.advance();
    if (countLabels(past).size < 2 || past.length < 2 * FEW) return [];
    const classify = learnedClassifier(learn(past, tools, ''));
    const { accuracy, macro_f1 } = measure(
      now.map((e) => judge(e, classify(tools.prepare(e)).ranking, () => '')),
    );
    return [{ year, trained_on: past.length, documents: now.length, accuracy, macro_f1 }];
  });
  stage.end(`${rows.length} 个年度`);
  return rows;
}

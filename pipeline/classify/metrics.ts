import { type Bin, calibrationError, reliability, thresholdFor } from './calibrate.ts';

/** One judged document: what is right and what was said, best first. */
export interface Judged {
  id: string;
  title: string;
  /** The beginning of the text; empty where the title is all. */
  text: string;
  truth: readonly string[];
  ranking: readonly { label: string; score: number }[];
  /** The nearest labelled example, as `title（label）`; asked only of those that are shown. */
  nearest: () => string;
}

export interface ClassMetrics {
  label: string;
  support: number;
  precision: number;
  recall: number;
  f1: number;
}

export interface Mistake {
  id: string;
  title: string;
  text: string;
  truth: string;
  predicted: string;
  score: number;
  nearest: string;
}

/** All rates are in [0, 1]. */
export interface Metrics {
  documents: number;
  /** Share whose first answer is right (one of the right labels, where there are several). */
  accuracy: number;
  top3: number;
  macro_f1: number;
  weighted_f1: number;
  /** Largest share of documents, surest first, that is right with the given precision, and from which score on. */
  coverage: { precision: number; share: number; score: number }[];
  calibration_error: number;
  reliability: Bin[];
  classes: ClassMetrics[];
  confusions: { truth: string; predicted: string; documents: number }[];
}

const SHOWN_CONFUSIONS = 12;

export function measure(judged: readonly Judged[]): Metrics {
  const answers = judged.map(({ truth, ranking }) => {
    const [first] = ranking;
    return { score: first?.score ?? 0, right: truth.includes(first?.label ?? '') };
  });
  const classes = classMetrics(judged);
  const bins = reliability(answers);
  const n = judged.length;
  const share = (test: (j: Judged, i: number) => boolean) => judged.filter(test).length / n;
  return {
    documents: n,
    accuracy: share((_, i) => answers[i]?.right ?? false),
    top3: share(({ truth, ranking }) => ranking.slice(0, 3).some(({ label }) => truth.includes(label))),
    macro_f1: mean(classes.map((c) => c.f1)),
    weighted_f1:
      classes.reduce((sum, c) => sum + c.f1 * c.support, 0) / classes.reduce((sum, c) => sum + c.support, 0),
    coverage: [0.9, 0.95].map((precision) => {
      const { coverage, score } = thresholdFor(answers, precision);
      return { precision, share: coverage, score };
    }),
    calibration_error: calibrationError(bins),
    reliability: bins,
    classes,
    confusions: confusions(judged),
  };
}

/** Where documents have several labels, those with at least this probability are the answer, and always the first. */
const SAID = 0.5;

/** The answers against the truth; labels in the order of their support. A label never right or said has F1 0. */
function classMetrics(judged: readonly Judged[]): ClassMetrics[] {
  const isSeveral = judged.some((j) => j.truth.length > 1);
  const answers = judged.map(({ truth, ranking }) => ({
    truth,
    said: ranking.filter((r, i) => i === 0 || (isSeveral && r.score >= SAID)).map((r) => r.label),
  }));
  const labels = [...new Set(answers.flatMap((a) => [...a.truth, ...a.said]))];
  return labels
    .map((label) => {
      const support = answers.filter((a) => a.truth.includes(label)).length;
      const said = answers.filter((a) => a.said.includes(label));
      const right = said.filter((a) => a.truth.includes(label)).length;
      const precision = said.length === 0 ? 0 : right / said.length;
      const recall = support === 0 ? 0 : right / support;
      const f1 = right === 0 ? 0 : (2 * precision * recall) / (precision + recall);
      return { label, support, precision, recall, f1 };
    })
    .sort((a, b) => b.support - a.support || (a.label < b.label ? -1 : 1));
}

function confusions(judged: readonly Judged[]): Metrics['confusions'] {
  const pairs = new Map<string, Metrics['confusions'][number]>();
  for (const { truth, predicted } of mistakesOf(judged)) {
    const key = `${truth}\n${predicted}`;
    const pair = pairs.get(key) ?? { truth, predicted, documents: 0 };
    pair.documents += 1;
    pairs.set(key, pair);
  }
  return [...pairs.values()]
    .sort((a, b) => b.documents - a.documents || (a.truth + a.predicted < b.truth + b.predicted ? -1 : 1))
    .slice(0, SHOWN_CONFUSIONS);
}

/** The wrong answers, the surest first. */
export function mistakesOf(
  judged: readonly Judged[],
): (Omit<Mistake, 'nearest'> & Pick<Judged, 'nearest'>)[] {
  return judged
    .flatMap(({ id, title, text, truth, ranking, nearest }) => {
      const [first] = ranking;
      if (!first || truth.includes(first.label)) return [];
      const [predicted, score] = [first.label, first.score];
      return [{ id, title, text, truth: truth.join('、'), predicted, score, nearest }];
    })
    .sort((a, b) => b.score - a.score);
}

function mean(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((a, b) => a + b, 0) / values.length;
}

/** What speaks for one department as the lead; every part is 0 or its lowest where nothing does. */
export interface Evidence {
  /** Learned score of the title and of the text (complementBayes). */
  title: number;
  text: number;
  /** Share of the topics' probability that the taxonomy gives it, in [0, 1]. */
  topic: number;
  /** Duty phrases in the title and in the text (matchDuties). */
  duty_title: number;
  duty_text: number;
  /** 1 when the text names it. */
  named: number;
  /** Sum of the scores of similar cases that it led, less those that it sent back. */
  past: number;
}

/**
 * Conditional logit weights, fitted on the sample city by ten-fold cross-validation (npm run bench -- routing prints
 * them anew); `past`, for which there is nothing to fit on, by hand: one certain earlier case outweighs a usual doubt.
 */
export const LEAD_WEIGHTS: Record<keyof Evidence, number> = {
  title: 4.1,
  text: 1.4,
  topic: 0.67,
  duty_title: 0.33,
  duty_text: 0.24,
  named: 0.6,
  past: 3,
};

/** A topic share of 0 counts as this. */
const LEAST_TOPIC = 0.01;
/** Phrases beyond these add nothing. */
const MOST_TITLE = 3;
const MOST_TEXT = 5;

/** The evidence as the model takes it, in the order of the weights. */
export function terms(e: Evidence): number[] {
  return [
    e.title,
    e.text,
    Math.log(LEAST_TOPIC + e.topic),
    Math.min(MOST_TITLE, e.duty_title),
    Math.min(MOST_TEXT, e.duty_text),
    e.named,
    e.past,
  ];
}

/** The log-odds of one department against the others, up to a constant that all share. */
export function leadLogit(evidence: Evidence): number {
  const weights = Object.values(LEAD_WEIGHTS);
  return terms(evidence).reduce((sum, value, i) => sum + value * (weights[i] ?? 0), 0);
}

/** Logistic weights, fitted on the co-handlers of the sample city that are no lead candidates. */
const CO_WEIGHTS = { duty_title: 2, duty_text: 0.6, named: 0.8, text: 8.1, base: -4.4 };
/** However much speaks for it, no more of those named came true. */
const MOST_CO = 0.3;

/** The probability that a department which is no lead candidate is a co-handler, in [0, 0.3]. */
export function coProbability(e: Evidence): number {
  const w = CO_WEIGHTS;
  const duties = w.duty_title * Math.min(2, e.duty_title) + w.duty_text * Math.min(3, e.duty_text);
  const z = duties + w.named * e.named + w.text * Math.max(-0.5, e.text) + w.base;
  return Math.min(MOST_CO, 1 / (1 + Math.exp(-z)));
}

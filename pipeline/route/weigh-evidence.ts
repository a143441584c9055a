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

/** Of log p(lead), duty_text, named, duty_title and 1; logistic, fitted on the sample city's co-handlers. */
const CO_WEIGHTS = [0.41, 1.69, 2.04, 0.8, -1.4] as const;

/** The probability that a department which does not lead is a co-handler, in [0, 1]. */
export function coProbability(lead: number, e: Evidence): number {
  const [ofLead, ofText, ofName, ofTitle, base] = CO_WEIGHTS;
  const z =
    ofLead * Math.log(lead + 1e-4) +
    ofText * Math.min(3, e.duty_text) +
    ofName * e.named +
    ofTitle * Math.min(2, e.duty_title) +
    base;
  return 1 / (1 + Math.exp(-z));
}

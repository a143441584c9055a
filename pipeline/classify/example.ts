import type { Document } from './features.ts';

/** A labelled document: what a user's ledger or data/examples.csv holds. */
export interface Example extends Document {
  id: string;
  /** One label, or several. */
  labels: string[];
  year: number | null;
}

/** The word classifier's score of each of the labels, in [0, 1], in their order. */
export type WordScores = (document: Document, labels: readonly string[]) => Float64Array;

import { writeFileSync } from 'node:fs';
import { explainSystemError } from '../errors.ts';
import { jsonElement, renderPage } from '../publish/page.ts';
import type { Evaluation } from './evaluate.ts';

/** Writes the evaluation as one offline page with its charts. */
export function writeEvaluation(evaluation: Evaluation, file: string): void {
  try {
    writeFileSync(file, renderPage('分类评估', [jsonElement('evaluation', evaluation)]));
  } catch (error) {
    throw explainSystemError(error, file);
  }
}

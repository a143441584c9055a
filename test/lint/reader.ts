import { lintText } from '../../pipeline/lint/lint-text.ts';
import { readTerms } from '../../pipeline/lint/terms.ts';

const terms = readTerms();

export const read = (text: string) => lintText(text, terms);

/** The facts as short lines: metric value unit. */
export const facts = (text: string) => read(text).facts.map((f) => `${f.metric} ${f.value}${f.unit}`);

/** What does not come out. */
export const failed = (text: string) =>
  read(text)
    .checks.filter((check) => !check.ok)
    .map((check) => `${check.says} ${check.class}`);

export const passed = (text: string) =>
  read(text)
    .checks.filter((check) => check.ok)
    .map((check) => check.says);

export const notes = (text: string) => read(text).notes.map((note) => note.kind);

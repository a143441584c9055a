import type { Figures, Trace } from './figure.ts';
import { PLACEHOLDER, type Wording } from './template.ts';

/** A text with its figures, and where they come from. */
export interface Filled {
  text: string;
  traces: Trace[];
}

/** The text with every placeholder replaced; null where the data do not have one of its figures. */
export function fill(text: string, figures: Figures): Filled | null {
  const names = [...text.matchAll(PLACEHOLDER)].map(([, name = '']) => name);
  if (names.some((name) => figures[name]?.text == null)) return null;
  const traces = names.flatMap((name) => figures[name]?.traces ?? []);
  return {
    text: text.replace(PLACEHOLDER, (_, name: string) => figures[name]?.text ?? ''),
    traces: [...new Map(traces.map((trace) => [trace.sql, trace])).values()],
  };
}

/** The wording that fits what the figure says; null where the sentence has nothing to say. */
export function sentence({ about, ...texts }: Wording, figures: Figures): Filled | null {
  const { value = null, whole = null, text = null } = figures[about] ?? {};
  if (text === null && value !== null) return null;
  const isMissing = text === null;
  const wording = isMissing
    ? texts.missing
    : value === 0
      ? texts.none
      : value !== null && value === whole
        ? (texts.all ?? texts.text)
        : texts.text;
  return !wording ? null : fill(wording, figures);
}

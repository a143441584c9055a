import { findYear } from './find-year.ts';
import { fold } from './fold.ts';
import { nameUnit } from './name-unit.ts';
import type { Names } from './names.ts';

/** Whose report it is and of which year; null where the text does not say. */
export interface Identity {
  unit: string | null;
  year: number | null;
  /** False where the unit was put together from what the text tells and does not stand in it as printed. */
  stated: boolean;
}

/** Finds unit and year of one report by its title, its signature and its words. */
export function identifyReport(original: string, title: string | null, names: Names): Identity {
  const text = fold(original).text;
  const head = title === null ? null : fold(title).text;
  const unit = nameUnit(text, head, names);
  return { unit, year: findYear(text, head), stated: unit !== null && text.includes(unit) };
}

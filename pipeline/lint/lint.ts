import { findRepeats, type Repeat } from './duplicates.ts';
import { type Identity, identifyReport } from './identify.ts';
import { type Linting, lintText } from './lint-text.ts';
import type { Note } from './notes/note.ts';
import { sharePlaces } from './share-places.ts';
import { type Part, splitReports } from './split.ts';
import type { Terms } from './terms.ts';

/** One report of a file with what was found in it; offsets are those of the file's text. */
export interface LintedReport extends Linting, Identity, Part {}

export interface LintedFile extends Linting {
  file: string;
  text: string;
  reports: LintedReport[];
}

/**
 * Checks the figures of one file (数字体检): the reports in it are told apart and read one by one. A report that is
 * printed again gives no facts a second time.
 */
export function lint(file: string, text: string, terms: Terms): LintedFile {
  const parts = splitReports(text);
  const reports = parts
    .map((part) => lintPart(text, part, terms))
    .filter((report, i, all) => i > 0 || all.length === 1 || report.facts.length > 0);
  sharePlaces(text, reports);
  const notes = markRepeats(text, reports);
  return {
    file,
    text,
    reports,
    facts: reports.flatMap((report) => report.facts),
    checks: reports.flatMap((report) => report.checks),
    notes: [...notes, ...reports.flatMap((report) => report.notes)].sort((a, b) => a.start - b.start),
  };
}

function lintPart(text: string, part: Part, terms: Terms): LintedReport {
  const own = text.slice(part.start, part.end);
  const { facts, checks, notes } = lintText(own, terms);
  return {
    ...part,
    ...identifyReport(own, part.title, terms.names),
    facts: facts.map((fact) => shift(fact, part.start)),
    checks: checks.map((check) => shift(check, part.start)),
    notes: notes.map((note) => shift(note, part.start)),
  };
}

function shift<T extends { start: number; end: number }>(found: T, by: number): T {
  return { ...found, start: found.start + by, end: found.end + by };
}

/** Where several reports stand in one file: one note a report, one a repeat, whose figures then count once. */
function markRepeats(text: string, reports: LintedReport[]): Note[] {
  if (reports.length < 2) return [];
  const repeats = findRepeats(reports.map((report) => text.slice(report.start, report.end)));
  const again = repeats.map((repeat) => markRepeat(text, reports, repeat));
  const each = reports.map((report, i) => noteOn(text, report, 'report', `第${i + 1}份：${nameOf(report)}`));
  return [...each, ...again];
}

/** A fragment is of the unit and year of the report that it is part of. */
function markRepeat(
  text: string,
  reports: readonly LintedReport[],
  { copy, of, kind, shared }: Repeat,
): Note {
  const [report, whole] = [reports[copy], reports[of]];
  if (report && whole && kind === 'fragment')
    Object.assign(report, { unit: whole.unit, year: whole.year, stated: false });
  if (report && kind === 'duplicate') Object.assign(report, { facts: [], checks: [], notes: [] });
  const what = kind === 'duplicate' ? '重复，数字只计一次' : '的片段';
  const says = `第${copy + 1}份与第${of + 1}份${what}（${Math.round(shared * 100)}%的文字相同）`;
  return noteOn(text, report, kind, says);
}

function noteOn(text: string, report: LintedReport | undefined, kind: Note['kind'], says: string): Note {
  const start = report?.start ?? 0;
  const line = text.slice(start, report?.end).split('\n', 1)[0] ?? '';
  return { kind, says, evidence: line, start, end: start + line.length };
}

/** 宜黄县林业局，2020年; 玉溪市农业农村局（据内容推断），2021年 */
export function nameOf({ unit, year, stated }: Identity): string {
  const name = unit === null ? '单位未写明' : `${unit}${stated ? '' : '（据内容推断）'}`;
  return `${name}，${year === null ? '年份未写明' : `${year}年`}`;
}

import { InputError } from '../errors.ts';
import { annotate } from './annotate.ts';
import { type LintedFile, lint } from './lint.ts';
import { printLint } from './print-lint.ts';
import { readReport } from './read-report.ts';
import { readTerms } from './terms.ts';

export interface LintOptions {
  format: 'table' | 'json';
  /** Folder for the annotated copies, null for none. */
  annotate: string | null;
}

/** Shows what was done, and what could not be. */
export interface Outlet {
  write(output: string): void;
  notice(message: string): void;
}

/**
 * Checks the figures of report files one by one. A file that cannot be read is named in a notice and does not stop
 * the others; returns how many there were.
 */
export async function lintFiles(
  files: readonly string[],
  options: LintOptions,
  outlet: Outlet,
): Promise<number> {
  const terms = readTerms(process.cwd());
  let unread = 0;
  for (const [i, path] of files.entries()) {
    try {
      const report = await readReport(path);
      const linted = lint(path, report.text, terms);
      if (options.format === 'table' && i > 0) outlet.write('\n');
      outlet.write(options.format === 'json' ? toJsonLine(linted) : printLint(linted));
      if (options.annotate !== null) outlet.notice(`批注稿：${annotate(report, linted, options.annotate)}`);
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      unread += 1;
      outlet.notice(error.message);
    }
  }
  return unread;
}

function toJsonLine({ file, facts, checks, notes }: LintedFile): string {
  const shown = checks.map(({ kind, ok, class: kind_, says, computed, evidence }) => ({
    kind,
    ok,
    class: kind_,
    says,
    computed,
    evidence,
  }));
  return `${JSON.stringify({ file, facts, checks: shown, notes })}\n`;
}

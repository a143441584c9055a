import { mkdirSync, writeFileSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import { explainSystemError } from '../errors.ts';
import { annotateDocx } from './annotate-docx.ts';
import { annotateHtml } from './annotate-html.ts';
import { toAnnotations } from './annotations.ts';
import type { LintedFile } from './lint.ts';
import type { ReportFile } from './read-report.ts';

/**
 * Writes the annotated copy of a report into `folder` and returns its path: a .docx with comments, for other types a
 * marked page. Throws InputError when the folder cannot be written.
 */
export function annotate(report: ReportFile, linted: LintedFile, folder: string): string {
  const annotations = toAnnotations(linted);
  const isWord = report.extension === '.docx';
  const name = basename(report.path, extname(report.path));
  const path = join(folder, `${name}-体检${isWord ? '.docx' : '.html'}`);
  try {
    mkdirSync(folder, { recursive: true });
    writeFileSync(
      path,
      isWord ? annotateDocx(report, annotations) : annotateHtml(basename(report.path), linted, annotations),
    );
  } catch (error) {
    throw explainSystemError(error, path);
  }
  return path;
}

import { writeFileSync } from 'node:fs';
import { extname } from 'node:path';
import { explainSystemError, InputError } from '../errors.ts';
import { openRun } from '../store/open-run.ts';
import { compose } from './compose.ts';
import { findWorkspace } from './find-workspace.ts';
import { printMarkdown } from './print-markdown.ts';
import { readReportContent } from './read-report-content.ts';
import { assertScope, type Scope } from './scope.ts';
import { readTemplate } from './template.ts';
import { writeWord } from './write-word.ts';

/**
 * Writes the handling report of a run (办理情况报告) to `out`, a .docx or .md file. Returns notices for the user: what
 * was left out and why. Throws InputError for what the user can fix; nothing is written then.
 */
export async function report(folder: string, scope: Scope, out: string): Promise<string[]> {
  const extension = extname(out).toLowerCase();
  if (extension !== '.docx' && extension !== '.md')
    throw new InputError(out, '不认识这种文件', '请把 --out 的文件名写成以 .docx 或 .md 结尾');
  const { connection, close } = await openRun(folder);
  try {
    await assertScope(connection, scope, folder);
    const content = await readReportContent(connection, scope);
    const template = readTemplate(findWorkspace(folder), Object.keys(content.figures));
    const written = compose(template, content);
    if (extension === '.md') {
      writeFileSync(out, printMarkdown(written));
      return [];
    }
    const { bytes, notices } = await writeWord(written);
    writeFileSync(out, bytes);
    return notices;
  } catch (error) {
    throw explainSystemError(error, out);
  } finally {
    close();
  }
}

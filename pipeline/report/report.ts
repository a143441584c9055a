import { writeFileSync } from 'node:fs';
import { extname } from 'node:path';
import { explainSystemError, InputError } from '../errors.ts';
import type { Audience } from '../share/audience.ts';
import { compose } from './compose.ts';
import type { Report } from './document.ts';
import { findWorkspace } from './find-workspace.ts';
import { openFor } from './open-for.ts';
import { printMarkdown } from './print-markdown.ts';
import { publicTemplate, readPublicContent } from './public/content.ts';
import { readReportContent } from './read-report-content.ts';
import { assertScope, type Scope } from './scope.ts';
import { readTemplate } from './template.ts';
import { writeWord } from './write-word.ts';

/**
 * Writes the handling report of a run (办理情况报告) for an audience to `out`, a .docx or .md file. Returns notices for the user: what
 * was left out and why. Throws InputError for what the user can fix; nothing is written then.
 */
export async function report(
  folder: string,
  scope: Scope,
  out: string,
  asked: Audience = 'internal',
): Promise<string[]> {
  const extension = extname(out).toLowerCase();
  if (extension !== '.docx' && extension !== '.md')
    throw new InputError(out, '不认识这种文件', '请把 --out 的文件名写成以 .docx 或 .md 结尾');
  const { connection, audience, close } = await openFor(folder, asked);
  try {
    await assertScope(connection, scope, folder);
    const written = audience === 'public' ? await forPublic() : await forOffice();
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

  async function forOffice(): Promise<Report> {
    const content = await readReportContent(connection, scope);
    return compose(readTemplate(findWorkspace(folder), Object.keys(content.figures)), content);
  }

  async function forPublic(): Promise<Report> {
    const { about, ...content } = await readPublicContent(connection, scope, folder);
    const template = readTemplate(findWorkspace(folder), Object.keys(content.figures));
    const { title, blocks } = compose(publicTemplate(template), content);
    return { title, blocks: [...blocks, ...about] };
  }
}

import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { InputError } from '../errors.ts';

/**
 * The text of a PDF, lines as printed, a line of the page joined to the next where the sentence goes on. Throws
 * InputError when the PDF needs a password.
 */
export async function readPdf(bytes: Uint8Array, place: string): Promise<string> {
  const pdfjs = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const folder = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));
  const asset = (name: string) => `${join(folder, name)}/`;
  const task = pdfjs.getDocument({
    data: new Uint8Array(bytes),
    cMapUrl: asset('cmaps'),
    cMapPacked: true,
    standardFontDataUrl: asset('standard_fonts'),
    isEvalSupported: false,
    verbosity: 0,
  });
  try {
    const document = await task.promise;
    const pages: string[] = [];
    for (let number = 1; number <= document.numPages; number++) {
      const page = await document.getPage(number);
      const { items } = await page.getTextContent();
      pages.push(items.map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : '')).join(''));
      page.cleanup();
    }
    return joinLines(pages.join('\n'));
  } catch (error) {
    if (error instanceof Error && error.name === 'PasswordException') {
      throw new InputError(place, 'PDF 设有打开密码', '请取消密码后重试');
    }
    throw error;
  } finally {
    await task.destroy();
  }
}

/** A line that ends without a full stop and is long goes on in the next one. */
function joinLines(text: string): string {
  const lines = text.split('\n').map((line) => line.trim());
  const longest = Math.max(...lines.map((line) => line.length));
  return lines
    .map((line, i) =>
      line.length > longest * 0.8 && !/[。！？：；]$/.test(line) && lines[i + 1] ? line : `${line}\n`,
    )
    .join('');
}

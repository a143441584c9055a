import { readFileSync } from 'node:fs';
import { extname } from 'node:path';
import { explainSystemError, InputError } from '../errors.ts';
import { decodeText } from '../ingest/decode.ts';
import { DOCUMENT_TYPES } from '../ingest/discover.ts';
import { readDocument } from '../ingest/documents.ts';
import { assertContainer, sniff } from '../ingest/sniff.ts';

/** A report as read: its bytes for the annotated copy, its text for everything else. */
export interface ReportFile {
  path: string;
  extension: string;
  bytes: Uint8Array;
  text: string;
}

/**
 * Reads a .docx, .doc, .wps, .pdf, .txt or .md file. A text file is kept as it is, so that offsets are those that an
 * editor shows. Throws InputError when there is nothing to read: missing, damaged, locked, empty, a scan.
 */
export async function readReport(path: string): Promise<ReportFile> {
  const extension = extname(path).toLowerCase();
  if (!DOCUMENT_TYPES.has(extension))
    throw new InputError(
      path,
      `不认识的文件类型 ${extension || '（没有扩展名）'}`,
      '请给 .docx .doc .pdf .txt 或 .md 文件',
    );
  try {
    const bytes = new Uint8Array(readFileSync(path));
    const isText = extension === '.txt' || extension === '.md';
    return {
      path,
      extension,
      bytes,
      text: isText ? readText(bytes, path) : await readDocument(bytes, extension, path),
    };
  } catch (error) {
    throw explainSystemError(error, path);
  }
}

function readText(bytes: Uint8Array, path: string): string {
  assertContainer(sniff(bytes), ['text'], path);
  const text = decodeText(bytes, path);
  if (text.trim() === '') throw new InputError(path, '没有文字内容', '请提供有内容的报告');
  return text;
}

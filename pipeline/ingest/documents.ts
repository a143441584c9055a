import { InputError } from '../errors.ts';
import { cleanText } from '../text/normalize.ts';
import { decodeText } from './decode.ts';
import { readPdf } from './pdf.ts';
import { assertContainer, type Container, sniff } from './sniff.ts';
import { assertSafeZip } from './unpack.ts';

/** 200 pages of text are 300,000 characters; a longer file is no proposal. */
const MAX_CHARACTERS = 2_000_000;

const EXPECTED: Record<string, readonly Container[]> = {
  '.docx': ['zip'],
  '.doc': ['ole', 'zip'],
  '.wps': ['ole', 'zip'],
  '.pdf': ['pdf'],
  '.txt': ['text'],
  '.md': ['text'],
};

/**
 * The plain text of a .docx, .doc, .wps, .pdf, .txt or .md file, one paragraph a line. Throws InputError when the
 * file is damaged, locked, something else than its name says, or has no text (a scan).
 */
export async function readDocument(bytes: Uint8Array, extension: string, place: string): Promise<string> {
  const container = sniff(bytes);
  assertContainer(container, EXPECTED[extension] ?? ['text'], place);
  const text = cleanText(await extract(bytes, container, place));
  if (text.length > MAX_CHARACTERS)
    throw new InputError(
      place,
      `文字超过 ${MAX_CHARACTERS} 字，不像一件提案`,
      '请核实文件，或按件拆分后重试',
    );
  if (text !== '') return text;
  const why = container === 'pdf' ? '没有可提取的文字，可能是扫描件' : '没有文字内容';
  throw new InputError(place, why, '请提供可以选中文字的版本（Word 或文字版 PDF）');
}

async function extract(bytes: Uint8Array, container: Container, place: string): Promise<string> {
  try {
    if (container === 'zip') return await readDocx(bytes, place);
    if (container === 'ole') return await readDoc(bytes);
    if (container === 'pdf') return await readPdf(bytes, place);
  } catch (error) {
    if (error instanceof InputError) throw error;
    throw new InputError(
      place,
      '无法读出文字，文件可能已损坏或格式特殊',
      '请用 Word 或 WPS 打开，另存为 .docx 后重试',
    );
  }
  return decodeText(bytes, place);
}

async function readDocx(bytes: Uint8Array, place: string): Promise<string> {
  assertSafeZip(bytes, place);
  const { default: mammoth } = await import('mammoth');
  const { value } = await mammoth.extractRawText({ buffer: Buffer.from(bytes) });
  return value.replace(/\n\n/g, '\n');
}

async function readDoc(bytes: Uint8Array): Promise<string> {
  const { default: WordExtractor } = await import('word-extractor');
  const document = await new WordExtractor().extract(Buffer.from(bytes));
  return document.getBody();
}

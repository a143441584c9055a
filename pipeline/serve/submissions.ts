import type { Context } from 'hono';
import type { z } from 'zod';
import type { Parser } from './parser.ts';
import type { Received } from './read-upload.ts';
import { Refusal } from './refusal.ts';
import { type Submission, submission } from './schemas.ts';

export const MAX_FILE = 20 * 1024 * 1024;
export const MAX_REQUEST = 100 * 1024 * 1024;
const MAX_FILES = 200;

/** A file that was sent: its proposals, or why there are none. */
export interface FileRead {
  file: string;
  error: string | null;
  proposals: Received[];
}

/** The body of a request: one proposal as JSON, or files. Throws Refusal for anything else. */
export async function readSubmission(
  c: Context,
  parser: Parser,
): Promise<{ json: Submission } | { files: FileRead[] }> {
  const type = c.req.header('content-type') ?? '';
  if (/^application\/json\b/i.test(type)) return { json: await readJson(c, submission) };
  if (!/^multipart\/form-data\b/i.test(type))
    throw new Refusal(415, '只接受 JSON（application/json）或文件（multipart/form-data）');
  const form = await c.req.parseBody({ all: true }).catch(() => {
    throw new Refusal(400, '上传的内容不完整');
  });
  const files = Object.values(form)
    .flat()
    .filter((value) => value instanceof File);
  if (files.length === 0) throw new Refusal(400, '没有收到文件；字段名应为 files');
  if (files.length > MAX_FILES) throw new Refusal(413, `一次最多 ${MAX_FILES} 个文件`);
  return { files: await Promise.all(files.map((file) => readFile(file, parser))) };
}

/** A JSON body by its schema. Throws Refusal that names what is wrong. */
export async function readJson<T>(c: Context, schema: z.ZodType<T>): Promise<T> {
  if (!/^application\/json\b/i.test(c.req.header('content-type') ?? ''))
    throw new Refusal(415, '只接受 JSON（application/json）');
  const body: unknown = await c.req.json().catch(() => {
    throw new Refusal(400, '不是完整的 JSON');
  });
  const parsed = schema.safeParse(body);
  if (parsed.success) return parsed.data;
  const says = parsed.error.issues.map((i) => `${i.path.join('.')} ${i.message}`.trim());
  throw new Refusal(400, `内容不对：${says.slice(0, 5).join('；')}`);
}

async function readFile(file: File, parser: Parser): Promise<FileRead> {
  const name = cleanName(file.name);
  if (file.size > MAX_FILE)
    return {
      file: name,
      error: `${name}：超过 ${MAX_FILE >> 20} MB；请压缩图片或另存为 .txt 后重试`,
      proposals: [],
    };
  const { proposals, error } = await parser.read(new Uint8Array(await file.arrayBuffer()), name);
  return { file: name, error, proposals };
}

/** The name alone, without folders and control characters. */
function cleanName(name: string): string {
  const last = name.split(/[\\/]/).at(-1) ?? '';
  return last.replace(/\p{Cc}/gu, '').slice(-150) || '未命名';
}

import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { explainSystemError } from './errors.ts';
import { FIELDS } from './ingest/columns.ts';
import { readYaml } from './yaml.ts';

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, '应写成 2024-12-31 这样的日期');

/** jianyan.yaml: every key may be left out. What each means for staff stands in the comments of the file. */
const schema = z.strictObject({
  name: z.string().nullish(),
  notice: z.string().nullish(),
  profiles: z.partialRecord(z.enum(['政协', '人大', '默认']), z.string()).nullish(),
  columns: z.partialRecord(z.enum(FIELDS), z.array(z.string())).nullish(),
  files: z
    .array(
      z.strictObject({
        match: z.string(),
        body: z.enum(['政协', '人大']).nullish(),
        level: z.enum(['省', '市', '县', '乡']).nullish(),
        year: z.int().min(1949).max(2100).nullish(),
      }),
    )
    .nullish(),
  models: z.strictObject({ topic: z.string().nullish(), embedding: z.string().nullish() }).nullish(),
  precision: z.number().min(0.5).max(0.99).nullish(),
  tokenizer: z.enum(['jieba', 'nodejieba']).nullish(),
  as_of: day.nullish(),
  remind_days: z.int().min(0).max(365).nullish(),
});

export type Config = z.infer<typeof schema>;

/** Where the input lies and how it is to be read. */
export interface Workspace {
  /** The folder or file that is read. */
  input: string;
  /** Folder of jianyan.yaml, null when INPUT is a plain folder or file. */
  folder: string | null;
  config: Config;
}

/** INPUT of the command line: a workspace (has jianyan.yaml), or a folder, or one file. */
export function openWorkspace(input: string): Workspace {
  try {
    const isFolder = statSync(input).isDirectory();
    const file = join(input, 'jianyan.yaml');
    if (!isFolder || !existsSync(file)) return { input, folder: null, config: {} };
    return { input: join(input, 'input'), folder: input, config: readYaml(file, schema, 'jianyan.yaml') };
  } catch (error) {
    throw explainSystemError(error, input);
  }
}

import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { explainSystemError } from './errors.ts';
import { FIELDS } from './ingest/columns.ts';
import { findProfile } from './outcome/profile.ts';
import { readYaml } from './yaml.ts';

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, '应写成 2024-12-31 这样的日期');

/** The name of a profile, or names by the year from which they hold: {默认: generic, 2022: city-abcd}. */
const profileNames = z.union([z.string(), z.record(z.string(), z.string())], {
  error: '应写口径名称，或按年度分列（如 2022: city-abcd，自 2022 年度起）',
});

/** jianyan.yaml: every key may be left out. What each means for staff stands in the comments of the file. */
const schema = z.strictObject({
  name: z.string().nullish(),
  notice: z.string().nullish(),
  profiles: z.partialRecord(z.enum(['政协', '人大', '默认']), profileNames).nullish(),
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
  models: z
    .strictObject({
      topic: z.string().nullish(),
      department: z.string().nullish(),
      embedding: z.string().nullish(),
    })
    .nullish(),
  precision: z.number().min(0.5).max(0.99).nullish(),
  tokenizer: z.enum(['jieba', 'nodejieba']).nullish(),
  as_of: day.nullish(),
  remind_days: z.int().min(0).max(365).nullish(),
  public_disclosure: z.array(z.enum(['主动公开', '依申请公开', '未注明'])).nullish(),
  hide: z.array(z.string().min(2, '至少两个字')).nullish(),
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
    return {
      input: join(input, 'input'),
      folder: input,
      config: readYaml(file, schema.superRefine(checkProfiles(input)), 'jianyan.yaml'),
    };
  } catch (error) {
    throw explainSystemError(error, input);
  }
}

/** Every year is a year and every profile is there: told here, where the line is known. */
function checkProfiles(folder: string) {
  return ({ profiles }: Config, context: z.RefinementCtx): void => {
    const mistake = (path: string[], message: string) =>
      context.addIssue({ code: 'custom', path: ['profiles', ...path], message });
    const checkName = (path: string[], id: string) => {
      if (findProfile(id, folder) === null)
        mistake(path, `没有名为“${id}”的办理口径，请使用 data/jurisdictions 里的文件名，或自建一份`);
    };
    for (const [body, names] of Object.entries(profiles ?? {})) {
      if (typeof names === 'string') checkName([body], names);
      else
        for (const [year, id] of Object.entries(names)) {
          if (!/^(默认|(19|20)\d\d)$/.test(year))
            mistake([body, year], '左边应是起始年度（如 2022）或“默认”');
          checkName([body, year], id);
        }
    }
  };
}

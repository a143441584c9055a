import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { ROOT } from '../root.ts';
import { readYaml } from '../yaml.ts';

const wording = z.strictObject({
  about: z.string(),
  text: z.string(),
  none: z.string().optional(),
  all: z.string().optional(),
  missing: z.string().optional(),
});

const TABLES = [
  '年度',
  '主题',
  '承办单位',
  '办理情况',
  '逾期',
  '不满意',
  '议题',
  '口径',
  '提醒',
  '依据',
] as const;
const CHARTS = ['年度', '主题结果'] as const;

const block = z.union([
  z.strictObject({ heading: z.string() }),
  z.strictObject({ subheading: z.string() }),
  z.strictObject({ appendix: z.string() }),
  z.strictObject({ text: z.string() }),
  z.strictObject({ each: z.string() }),
  z.strictObject({ total: z.string() }),
  z.strictObject({ list: z.array(z.string()), empty: z.string() }),
  z.strictObject({ cases: z.string(), empty: z.string() }),
  z.strictObject({ signature: z.string() }),
  z.strictObject({ table: z.enum(TABLES) }),
  z.strictObject({ chart: z.enum(CHARTS) }),
]);

const schema = z.strictObject({
  title: z.string(),
  sentences: z.record(z.string(), wording),
  content: z.array(block),
});

export type Wording = z.infer<typeof wording>;
export type TemplateBlock = z.infer<typeof block>;
export type TableName = (typeof TABLES)[number];
export type ChartName = (typeof CHARTS)[number];

/** The wording of a report, which staff may edit: report-template.yaml. */
export type Template = z.infer<typeof schema>;

/** {{收到}} and the like. */
export const PLACEHOLDER = /\{\{\s*([^{}]*?)\s*\}\}/g;

/**
 * report-template.yaml of the workspace, else the shipped one. `figures` are the names that a placeholder may have,
 * besides those of the template's own sentences. Throws InputError with line numbers when it has mistakes.
 */
export function readTemplate(workspace: string | null, figures: readonly string[]): Template {
  const own = workspace === null ? '' : join(workspace, 'report-template.yaml');
  const isOwn = own !== '' && existsSync(own);
  const file = isOwn ? own : join(ROOT, 'data', 'report', 'report-template.yaml');
  const shownAs = isOwn ? 'report-template.yaml' : 'data/report/report-template.yaml';
  return readYaml(file, schema.superRefine(checkNames(new Set(figures))), shownAs);
}

/** Every placeholder has a name that is known: told here, where the line is known. */
function checkNames(figures: ReadonlySet<string>) {
  return ({ title, sentences, content }: Template, context: z.RefinementCtx): void => {
    const own = new Set(Object.keys(sentences));
    const check = (text: string, path: PropertyKey[], known: ReadonlySet<string>) => {
      for (const [, name = ''] of text.matchAll(PLACEHOLDER))
        if (!known.has(name))
          context.addIssue({
            code: 'custom',
            path,
            message: `没有名为“${name}”的数字；可用的有：${[...known].join('、')}`,
          });
    };
    check(title, ['title'], figures);
    for (const [name, { about, ...texts }] of Object.entries(sentences)) {
      check(`{{${about}}}`, ['sentences', name, 'about'], figures);
      for (const [key, text] of Object.entries(texts)) check(text ?? '', ['sentences', name, key], figures);
    }
    const all = new Set([...own, ...figures]);
    for (const [i, one] of content.entries())
      for (const [key, value] of Object.entries(one)) {
        if (typeof value === 'string') check(value, ['content', i, key], all);
        else for (const name of value) check(`{{${name}}}`, ['content', i, key], own);
      }
  };
}

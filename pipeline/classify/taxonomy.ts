import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { InputError } from '../errors.ts';
import { ROOT } from '../root.ts';
import { readYaml } from '../yaml.ts';

/** The first-level ids are fixed, so that results stay comparable between offices and years. */
export const TOPIC_IDS = [
  'water',
  'rural-infrastructure',
  'agriculture',
  'rural-living',
  'elderly-care',
  'women-children',
  'civil-affairs',
  'healthcare',
  'medical-insurance',
  'education',
  'employment',
  'urban-construction',
  'transport',
  'environment',
  'culture-tourism-sports',
  'industry-technology',
  'business-environment',
  'finance',
  'governance',
  'other',
] as const;

const words = z.record(z.string().min(1), z.number().min(-10).max(10));
const pillar = z.enum(['经济建设', '政治建设', '文化建设', '社会建设', '生态文明建设']);
const retired = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/)
  .optional();

const child = z.strictObject({
  id: z.string().regex(/^[a-z][a-z-]*$/),
  name: z.string().min(1),
  departments: z.array(z.string()).optional(),
  words,
  retired,
});
const topic = z.strictObject({
  id: z.enum(TOPIC_IDS),
  name: z.string().min(1),
  aliases: z.array(z.string()),
  pillar,
  departments: z.array(z.string()),
  words,
  children: z.array(child).min(1),
  retired,
});
const schema = z.strictObject({ version: z.int(), topics: z.array(topic) });

export type Taxonomy = z.infer<typeof schema>;
export type Topic = Taxonomy['topics'][number];

/**
 * The topics of the workspace (taxonomy.yaml beside jianyan.yaml) or the shipped ones. Throws InputError with line
 * numbers when the file has mistakes, and when a first-level topic is missing or stands twice.
 */
export function readTaxonomy(workspace: string | null = null): Taxonomy {
  const own = workspace ? join(workspace, 'taxonomy.yaml') : '';
  const isOwn = own !== '' && existsSync(own);
  const shownAs = isOwn ? 'taxonomy.yaml' : 'data/taxonomy.yaml';
  const taxonomy = readYaml(isOwn ? own : join(ROOT, 'data', 'taxonomy.yaml'), schema, shownAs);
  const ids = taxonomy.topics.map((t) => t.id);
  const missing = TOPIC_IDS.filter((id) => !ids.includes(id));
  const twice = ids.filter((id, i) => ids.indexOf(id) !== i);
  if (missing.length + twice.length > 0) {
    const what = [...missing.map((id) => `缺少 ${id}`), ...twice.map((id) => `${id} 重复`)].join('，');
    throw new InputError(
      shownAs,
      `一级主题不对：${what}`,
      '20 个一级主题的 id 是固定的；不再使用的请加 retired: 日期，不要删除',
    );
  }
  return taxonomy;
}

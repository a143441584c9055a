import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { ROOT } from '../root.ts';
import { OBSTACLES } from '../rows.ts';
import { readYaml } from '../yaml.ts';
import { compilePattern, UnknownList } from './compile-pattern.ts';

const patterns = z.array(z.string().min(1));
const schema = z
  .strictObject({
    version: z.int(),
    words: z.record(z.string().min(1), z.array(z.string().min(1)).min(1)),
    quotes: patterns,
    settled: patterns,
    kinds: z
      .array(
        z.strictObject({
          id: z.enum(OBSTACLES),
          name: z.string().min(1),
          says: patterns.min(1),
          unless: patterns.optional(),
        }),
      )
      .min(1),
  })
  .superRefine((file, context) => {
    const lists = new Map(Object.entries(file.words));
    const check = (list: readonly string[], path: (string | number)[]) => {
      for (const [i, pattern] of list.entries()) {
        const unknown = unknownList(pattern, lists);
        if (unknown !== null)
          context.addIssue({ code: 'custom', path: [...path, i], message: `没有“${unknown}”这组词` });
      }
    };
    check(file.quotes, ['quotes']);
    check(file.settled, ['settled']);
    for (const [k, { id, says, unless }] of file.kinds.entries()) {
      if (file.kinds.findIndex((kind) => kind.id === id) < k)
        context.addIssue({ code: 'custom', path: ['kinds', k, 'id'], message: `${id} 这一类写了两次` });
      check(says, ['kinds', k, 'says']);
      check(unless ?? [], ['kinds', k, 'unless']);
    }
  });

function unknownList(pattern: string, lists: ReadonlyMap<string, readonly string[]>): string | null {
  try {
    compilePattern(pattern, lists);
    return null;
  } catch (error) {
    if (error instanceof UnknownList) return error.message;
    throw error;
  }
}

/** The ways of saying each kind of obstacle, as expressions over folded text. */
export interface ObstacleRule {
  kind: (typeof OBSTACLES)[number];
  name: string;
  says: RegExp;
  /** What voids a match in the same clause: the matter is settled, or the proposer's words are only quoted. */
  unless: RegExp;
}

/**
 * The rules of the workspace (obstacles.yaml beside jianyan.yaml) or the shipped ones. Throws InputError with line
 * numbers when the file has mistakes.
 */
export function readObstacleRules(workspace: string | null = null): ObstacleRule[] {
  const own = workspace ? join(workspace, 'obstacles.yaml') : '';
  const isOwn = own !== '' && existsSync(own);
  const file = isOwn ? own : join(ROOT, 'data', 'obstacles.yaml');
  const { words, quotes, settled, kinds } = readYaml(
    file,
    schema,
    isOwn ? 'obstacles.yaml' : 'data/obstacles.yaml',
  );
  const lists = new Map(Object.entries(words));
  const any = (list: readonly string[]) =>
    new RegExp(list.map((p) => compilePattern(p, lists)).join('|'), 'g');
  return kinds.map(({ id, name, says, unless = [] }) => ({
    kind: id,
    name,
    says: any(says),
    unless: any([...quotes, ...settled, ...unless]),
  }));
}

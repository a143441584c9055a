import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { InputError } from '../errors.ts';
import { ROOT } from '../root.ts';
import { readYaml } from '../yaml.ts';

const LEVELS = ['市县', '乡镇街道', '垂直管理', '双重管理', '党委', '群团', '司法', '企业'] as const;

const department = z.strictObject({
  name: z.string().min(1),
  level: z.enum(LEVELS),
  aliases: z.array(z.string().min(1)).optional(),
  /** Name that it had → year of the reform that ended it. */
  former: z.record(z.string().min(1), z.int().min(1949).max(2100)).optional(),
  /** Clauses: phrases parted by 、 */
  duties: z.array(z.string().min(1)).min(1),
  /** Departments that hold its duties where it does not exist or is merged. */
  elsewhere: z.array(z.string().min(1)).optional(),
  /** Matters that are wrongly sent to it, parted by 、 → whose they are. */
  never: z.record(z.string().min(1), z.string().min(1)).optional(),
});
const schema = z.strictObject({ departments: z.array(department).min(1) });

export type Department = z.infer<typeof department>;

/** Canonical names and everything they are or were called, longest first. */
export interface DepartmentNames {
  byName: ReadonlyMap<string, string>;
  longestFirst: readonly string[];
}

export interface Departments extends DepartmentNames {
  list: readonly Department[];
}

/**
 * The departments of the workspace (departments.yaml beside jianyan.yaml) or the shipped ones. Throws InputError with
 * line numbers when the file has mistakes, and when a name stands at two departments or `never` names an unknown one.
 */
export function readDepartments(workspace: string | null = null): Departments {
  const own = workspace ? join(workspace, 'departments.yaml') : '';
  const isOwn = own !== '' && existsSync(own);
  const shownAs = isOwn ? 'departments.yaml' : 'data/departments.yaml';
  const file = isOwn ? own : join(ROOT, 'data', 'departments.yaml');
  const list = readYaml(file, schema, shownAs).departments;
  const byName = new Map<string, string>();
  const mistakes: string[] = [];
  for (const { name, aliases, former } of list) {
    for (const called of [name, ...(aliases ?? []), ...Object.keys(former ?? {})]) {
      const other = byName.get(called);
      if (other !== undefined) mistakes.push(`“${called}”既是${other}又是${name}`);
      byName.set(called, name);
    }
  }
  const names = new Set(list.map((d) => d.name));
  for (const { name, never } of list) {
    for (const whose of Object.values(never ?? {}))
      if (!names.has(whose)) mistakes.push(`${name}的 never 里的“${whose}”不在名录里`);
  }
  if (mistakes.length > 0)
    throw new InputError(
      shownAs,
      `名录前后不一致：${mistakes.join('，')}`,
      '每个名称只能写在一个单位下，never 里写规范名称',
    );
  const longestFirst = [...byName.keys()].sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
  return { list, byName, longestFirst };
}

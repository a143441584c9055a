import { join } from 'node:path';
import { z } from 'zod';
import { ROOT } from '../root.ts';
import { readYaml } from '../yaml.ts';

const schema = z.strictObject({
  departments: z.array(z.strictObject({ name: z.string(), aliases: z.array(z.string()).optional() })),
});

/** Canonical names and everything they are or were called, longest first. */
export interface DepartmentNames {
  byName: ReadonlyMap<string, string>;
  longestFirst: readonly string[];
}

/** Reads data/departments.yaml; throws InputError with line numbers when it has mistakes. */
export function readDepartments(): DepartmentNames {
  const { departments } = readYaml(join(ROOT, 'data', 'departments.yaml'), schema, 'data/departments.yaml');
  const byName = new Map<string, string>();
  for (const { name, aliases } of departments)
    for (const n of [...(aliases ?? []), name]) byName.set(n, name);
  const longestFirst = [...byName.keys()].sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
  return { byName, longestFirst };
}

/** A place before a department's name: 临澜市, 市, 溪源县, 本省. */
const PLACE =
  /^(?:[\p{Script=Han}]{1,8}(?:省|市|县|区|州|旗|镇|乡|街道))*(?:[省市县区州旗]|本[市县区])?(?:直)?$/u;

/**
 * The canonical name of a department as written in a ledger: 临澜市水务局 → 水利局. A government of a place keeps
 * its place (溪源县人民政府), because it is a body of its own. An unknown name is returned as written.
 */
export function normalizeDepartment(raw: string, names: DepartmentNames): string {
  const text = raw.normalize('NFKC').replace(/\s+/g, '');
  const exact = names.byName.get(text);
  if (exact) return exact;
  if (/.(?:人民政府|镇政府|乡政府|管理委员会|管委会|街道办事处|街道)$/.test(text)) return text;
  const known = names.longestFirst.find((n) => text.endsWith(n) && PLACE.test(text.slice(0, -n.length)));
  return (known && names.byName.get(known)) ?? text;
}

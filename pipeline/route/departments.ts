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

/** Names that are a body of their own with their place: 溪源县人民政府 is not 人民政府办公室. */
const GOVERNMENTS = new Set(['人民政府办公室', '乡镇人民政府', '街道办事处']);

/** A place before a department's name: 临澜市, 市, 溪源县, 本省. */
const PLACE =
  /^(?:[\p{Script=Han}]{1,8}(?:省|市|县|区|州|旗|镇|乡|街道))*(?:[省市县区州旗]|本[市县区])?直?$/u;

/**
 * The canonical name of a department as written in a ledger: 临澜市水务局 → 水利局. A government of a place keeps
 * its place (溪源县人民政府), because it is a body of its own. An unknown name is returned as written.
 */
export function normalizeDepartment(raw: string, names: DepartmentNames): string {
  const text = raw.normalize('NFKC').replace(/\s+/g, '');
  const known = names.longestFirst.find((n) => text.endsWith(n) && PLACE.test(text.slice(0, -n.length)));
  const canonical = known === undefined ? undefined : names.byName.get(known);
  if (canonical !== undefined && GOVERNMENTS.has(canonical) && known !== text) return ownPlace(text);
  if (canonical === undefined) return text;
  return canonical;
}

/** 临澜市溪源县人民政府 → 溪源县人民政府. */
function ownPlace(government: string): string {
  return /[省市州]([\p{Script=Han}]{2,5}[县区市旗乡镇](?:人民)?政府)$/u.exec(government)?.[1] ?? government;
}

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../root.ts';
import { readDepartments } from '../route/departments.ts';

/** The names that tell whose report it is. */
export interface Names {
  /** Every name of a department, and its canonical one. */
  offices: ReadonlyMap<string, string>;
  /** What a department is named for → its canonical name: 民政 → 民政局. */
  duties: ReadonlyMap<string, string>;
  /** Characters of the longest one. */
  longest: number;
  /** Cities and provinces without 市 and 省. */
  cities: ReadonlySet<string>;
}

/** The departments of `folder` or the shipped ones, and data/cities.txt. Throws InputError as readDepartments does. */
export function readNames(folder: string | null = null): Names {
  const { byName, longestFirst } = readDepartments(folder);
  const lines = readFileSync(join(ROOT, 'data', 'cities.txt'), 'utf8').split('\n');
  const cities = lines.filter((line) => !line.startsWith('#')).flatMap((line) => line.split(' '));
  const duties = new Map<string, string>();
  for (const [name, canonical] of byName) {
    const duty = name.replace(/(?:局|委员会|委|厅)$/, '');
    if (duty !== name && duty.length > 1) duties.set(duty, canonical);
  }
  return {
    offices: byName,
    duties,
    longest: longestFirst[0]?.length ?? 0,
    cities: new Set(cities.filter(Boolean)),
  };
}

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../../pipeline/root.ts';

/** The figures of test/bench/RESULTS.md. Each throws when what it looks for is not there: then the page must be looked at. */
export interface Results {
  /** A cell of the first table of `section` whose heading or rows hold `about`: the row of that name, as a number. */
  cell(section: string, about: string, row: string, column: string): number;
  /** The rows of that table as they are printed. */
  rows(section: string, about: string): string[][];
  /** The groups of `pattern` in a section, as numbers. */
  numbers(section: string, pattern: RegExp): number[];
}

interface ResultTable {
  /** What stands between the table before and this one, and this one. */
  about: string;
  header: string[];
  rows: string[][];
}

export function readResults(): Results {
  const text = readFileSync(join(ROOT, 'test', 'bench', 'RESULTS.md'), 'utf8');
  const section = (name: string) => text.split(`<!-- ${name} -->`)[1]?.split('<!-- ')[0] ?? '';
  const missing = (what: string) =>
    new Error(`RESULTS.md: ${what} is not there; mend data/docs/describe-methods.ts`);
  const find = (name: string, about: string) => {
    const table = tablesOf(section(name)).find((t) => t.about.includes(about));
    if (!table) throw missing(`${name} / ${about}`);
    return table;
  };
  return {
    rows: (name, about) => find(name, about).rows,
    cell: (name, about, row, column) => {
      const { header, rows } = find(name, about);
      const value = toNumber(rows.find(([first]) => first === row)?.[header.indexOf(column)]);
      if (value === null) throw missing(`${name} / ${about} / ${row} / ${column}`);
      return value;
    },
    numbers: (name, pattern) => {
      const groups = pattern.exec(section(name))?.slice(1).map(toNumber) ?? [];
      const found = groups.filter((n) => n !== null);
      if (found.length === 0 || found.length < groups.length) throw missing(`${name} / ${pattern.source}`);
      return found;
    },
  };
}

function tablesOf(section: string): ResultTable[] {
  return [...section.matchAll(/([\s\S]*?)((?:^\|.*\|\n?)+)/gm)].map(([, before = '', table = '']) => {
    const lines = table.trim().split('\n');
    const [header = [], , ...rows] = lines.map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((c) => c.trim()),
    );
    return { about: before + table, header, rows };
  });
}

/** .870, 1,551 and 99.4 % are .87, 1551 and .994. */
function toNumber(cell: string | undefined): number | null {
  const match = /^(\d[\d,]*(?:\.\d+)?|\.\d+)( %)?$/.exec(cell ?? '');
  if (!match) return null;
  return Number(match[1]?.replaceAll(',', '')) / (match[2] ? 100 : 1);
}

import { ascending, group } from 'd3-array';
import { type Progress, silentProgress } from '../progress.ts';
import { type Audited, audit, type Withheld } from './audit.ts';
import { smallNumbers } from './linear.ts';
import { FAMILIES, type Family } from './relations.ts';
import type { Statistic } from './statistics.ts';

const ALL = Object.keys(FAMILIES).filter((name): name is Family => name in FAMILIES);

/**
 * Which families of which rows are withheld. First those with a number from 1 to 4, then the smallest others of the
 * same view, until the audit finds no small number that could be worked out: at last the family in the whole year, or
 * the year. Same rows, same answer.
 */
export function suppress(statistics: readonly Statistic[], progress: Progress = silentProgress): Withheld {
  const withheld = new Map<Statistic, Set<Family>>();
  const years = group(statistics, ({ year }) => year);
  const stage = progress.stage('核对小数字', years.size);
  for (const rows of years.values()) {
    for (const [row, families] of suppressYear(rows)) withheld.set(row, families);
    stage.advance();
  }
  stage.end(`${years.size} 个年度，${withheld.size}/${statistics.length} 行有不公布的数字`);
  return withheld;
}

function suppressYear(rows: readonly Statistic[]): Map<Statistic, Set<Family>> {
  const withheld = new Map<Statistic, Set<Family>>();
  for (const row of rows)
    for (const family of ALL) if (smallNumbers(row.measures, family).length > 0) hide(withheld, row, family);
  const proven = new Map<Statistic, Set<string>>(rows.map((row) => [row, new Set()]));
  for (;;) {
    settle(rows, withheld);
    const audited = audit(rows, withheld, (row, number) => proven.get(row)?.has(number) === true);
    for (const { row, number, low, high } of audited) if (low < high) proven.get(row)?.add(number);
    const told = audited.filter(({ low, high }) => low === high);
    if (told.length === 0) return withheld;
    for (const one of firstOfEach(told)) hideMore(rows, withheld, one.row, one.family);
  }
}

/** What follows from what is withheld already: parts of a withheld total, and never one part alone. */
function settle(rows: readonly Statistic[], withheld: Map<Statistic, Set<Family>>): void {
  for (let before = -1; before !== count(withheld); ) {
    before = count(withheld);
    for (const family of ALL) {
      const isHidden = (row: Statistic) => withheld.get(row)?.has(family) === true;
      if (rows.some((row) => row.dimension === 'total' && isHidden(row))) {
        for (const row of rows) hide(withheld, row, family);
        continue;
      }
      for (const parts of partsOf(rows)) {
        const hidden = parts.filter(isHidden);
        const [only] = hidden;
        if (hidden.length === 1 && only) hideMore(rows, withheld, only, family);
      }
    }
  }
}

/** Withholds a family in the smallest row beside this one that still has it; where there is none, in the total. */
function hideMore(
  rows: readonly Statistic[],
  withheld: Map<Statistic, Set<Family>>,
  row: Statistic,
  family: Family,
): void {
  const isShown = (one: Statistic) => !withheld.get(one)?.has(family);
  const beside = rows.filter((one) => one.dimension !== 'total' && one.per === row.per && isShown(one));
  const [next] = beside.sort((a, b) => ascending(sizeOf(a), sizeOf(b)) || ascending(a.value, b.value));
  const total = rows.find((one) => one.dimension === 'total' && one.per === row.per);
  if (next) hide(withheld, next, family);
  else if (total) hide(withheld, total, isShown(total) ? family : 'size');
}

function hide(withheld: Map<Statistic, Set<Family>>, row: Statistic, family: Family): void {
  const own = withheld.get(row) ?? new Set();
  const with_ =
    family === 'size' ? ALL : family === 'outcome' ? (['outcome', 'follow_up'] as const) : [family];
  for (const one of with_) if (FAMILIES[one].some((measure) => measure in row.measures)) own.add(one);
  if (own.size > 0) withheld.set(row, own);
}

/** Topics and departments, each a view of its own. */
function partsOf(rows: readonly Statistic[]): Statistic[][] {
  return [
    ...group(
      rows.filter(({ dimension }) => dimension !== 'total'),
      ({ per }) => per,
    ).values(),
  ];
}

function sizeOf({ measures }: Statistic): number {
  return measures.proposals ?? measures.answers ?? 0;
}

/** One of each view and family, so that no more is withheld than what the next audit asks for. */
function firstOfEach(told: readonly Audited[]): Audited[] {
  const first = new Map<string, Audited>();
  for (const one of told) {
    const key = `${one.row.per} ${one.family}`;
    if (!first.has(key)) first.set(key, one);
  }
  return [...first.values()];
}

function count(withheld: Withheld): number {
  return [...withheld.values()].reduce((sum, { size }) => sum + size, 0);
}

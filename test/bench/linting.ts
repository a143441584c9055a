import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Check } from '../../pipeline/lint/check.ts';
import type { Fact } from '../../pipeline/lint/facts.ts';
import { lint } from '../../pipeline/lint/lint.ts';
import { type Linting, lintText } from '../../pipeline/lint/lint-text.ts';
import { readTerms } from '../../pipeline/lint/terms.ts';
import { ROOT } from '../../pipeline/root.ts';
import { type Section, table } from './section.ts';

interface Gold {
  text: string;
  facts: {
    metric: string;
    alt?: string[];
    value: number;
    unit: string;
    evidence: string;
    inferred?: boolean;
  }[];
  checks: { kind: Check['kind']; says: string; true: boolean; class?: string }[];
}

interface Score {
  right: number;
  found: number;
  stated: number;
  errors: number;
  caught: number;
  clean: number;
  quiet: number;
}

const SHARED = join(ROOT, '..', 'shared');
const terms = readTerms();
/** 200 pages of 1,500 characters. */
const PAGES = 300_000;

/** How well `lint` reads reports whose figures are known, and how fast it is. Needs ../shared. */
export function linting(): Section {
  const title = 'Report figures (lint)';
  if (!existsSync(SHARED)) return { title, text: ['Not measured on this machine: ../shared is absent.'] };
  const files = ['reports.jsonl', 'seed_facts.jsonl'];
  const rows = files.map((file) => [file, ...toCells(scoreAll(readGold(file)))]);
  const header = [
    'passages',
    'facts F1',
    'precision',
    'recall',
    'planted errors found',
    'right passages quiet',
  ];
  return {
    title,
    text: [
      'A fact is right when metric, value and unit agree and the evidence overlaps. The wording of these passages was known while the grammar was written, so that reports it has not seen fare worse.',
      table(header, rows),
      wholeDocument(),
    ],
  };
}

function readGold(file: string): Gold[] {
  const lines = readFileSync(join(SHARED, 'data', file), 'utf8')
    .trim()
    .split('\n');
  return lines.map((line) => JSON.parse(line));
}

function scoreAll(passages: readonly Gold[]): Score {
  const total = { right: 0, found: 0, stated: 0, errors: 0, caught: 0, clean: 0, quiet: 0 };
  for (const passage of passages) {
    const linting = lintText(passage.text, terms);
    scoreFacts(passage, linting.facts, total);
    scoreChecks(passage, linting, total);
  }
  return total;
}

function scoreFacts({ text, facts }: Gold, found: readonly Fact[], total: Score): void {
  const open = facts.filter((fact) => fact.inferred !== true);
  total.found += found.length;
  total.stated += open.length;
  for (const fact of found) {
    const at = open.findIndex(
      (gold) =>
        [gold.metric, ...(gold.alt ?? [])].includes(fact.metric) &&
        Math.abs(gold.value - fact.value) < 1e-9 &&
        gold.unit === fact.unit &&
        overlaps(text, gold.evidence, fact),
    );
    if (at < 0) continue;
    total.right += 1;
    open.splice(at, 1);
  }
}

/** Does the fact overlap any place where the evidence stands? */
function overlaps(text: string, evidence: string, { start, end }: Fact): boolean {
  for (let at = text.indexOf(evidence); at >= 0; at = text.indexOf(evidence, at + 1))
    if (start < at + evidence.length && end > at) return true;
  return false;
}

function scoreChecks({ checks }: Gold, linting: Linting, total: Score): void {
  const errors = checks.filter((check) => !check.true && check.class !== 'naive');
  const failed = linting.checks.filter((check) => !check.ok);
  const known = new Set(failed.map(figures));
  total.errors += errors.length;
  total.caught += errors.filter((error) => known.has(figures(error))).length;
  if (errors.length > 0) return;
  total.clean += 1;
  if (failed.length === 0) total.quiet += 1;
}

/** The figures of a check whatever their order: 17+14=31, 8/9=88.9. */
function figures({ kind, says }: { kind: string; says: string }): string {
  const [left = '', right = ''] = says.replaceAll('%', '').split('=');
  return `${kind} ${left.split('+').sort().join('+')}=${Number(right)}`;
}

function toCells({ right, found, stated, errors, caught, clean, quiet }: Score): string[] {
  const f1 = (2 * right) / (found + stated);
  return [
    f1.toFixed(3),
    (right / found).toFixed(3),
    (right / stated).toFixed(3),
    `${caught} of ${errors}`,
    `${quiet} of ${clean}`,
  ];
}

function wholeDocument(): string {
  const source = readFileSync(join(SHARED, 'seeds', 'handling-reports.txt'), 'utf8');
  const { reports, notes } = lint('handling-reports.txt', source, terms);
  const count = (kind: string) => notes.filter((note) => note.kind === kind).length;
  const long = source.repeat(Math.ceil(PAGES / source.length)).slice(0, PAGES);
  const start = performance.now();
  lint('200 pages', long, terms);
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  const distinct = reports.length - count('duplicate') - count('fragment');
  const named = reports.filter((report) => report.unit !== null).length;
  const dated = reports.filter((report) => report.year !== null).length;
  return `The source document as one file: ${reports.length} reports told apart, ${distinct} distinct, ${count('duplicate')} duplicate and ${count('fragment')} fragments noticed; unit known of ${named}, year of ${dated}. 200 pages (${PAGES.toLocaleString('en')} characters): ${seconds} s.`;
}

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { lint } from '../../pipeline/lint/lint.ts';
import { lintText } from '../../pipeline/lint/lint-text.ts';
import { readTerms } from '../../pipeline/lint/terms.ts';
import { ROOT } from '../../pipeline/root.ts';
import { f1, type Gold, type Score, scoreAll } from '../lint/gold.ts';
import { readPassages } from '../lint/read-passages.ts';
import { type Section, table } from './section.ts';

const SHARED = join(ROOT, '..', 'shared');
const terms = readTerms();
/** 200 pages of 1,500 characters. */
const PAGES = 300_000;

/** How well `lint` reads reports whose figures are known, and how fast it is. Needs ../shared. */
export function linting(): Section {
  const title = 'Report figures (lint)';
  if (!existsSync(SHARED)) return { title, text: ['Not measured on this machine: ../shared is absent.'] };
  const golds: Record<string, readonly Gold[]> = {
    'reports.jsonl': readGold('reports.jsonl'),
    'seed_facts.jsonl': readGold('seed_facts.jsonl'),
    'test/lint/passages.txt': readPassages(),
  };
  const rows = Object.entries(golds).map(([name, passages]) => [
    name,
    ...toCells(scoreAll(passages, (text) => lintText(text, terms))),
  ]);
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
      'A fact is right when metric, value and unit agree and the evidence overlaps. The wording of these passages is known by now, so that reports which the grammar has not seen fare worse: see the first looks at test/lint/passages.txt.',
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

function toCells(score: Score): string[] {
  const { right, found, stated, errors, caught, clean, quiet } = score;
  return [
    f1(score).toFixed(3),
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

import { readFileSync } from 'node:fs';
import type { Gold } from './gold.ts';

/** An annotated passage with whose it is; null where its words do not say. */
export interface Passage extends Gold {
  unit: string | null;
  year: number;
}

const MARKED = /\{([^|{}]+)\|([^{}]+)\}/g;
const FIGURE = /([\d.,]+)\s*(件|%|个百分点|个|個|家|条|项|人次|份|位)?/g;

/** The passages of passages.txt; the notation is told at its head. */
export function readPassages(): Passage[] {
  const file = readFileSync(new URL('passages.txt', import.meta.url), 'utf8');
  return file.split(/^== /m).slice(1).map(readPassage);
}

function readPassage(block: string): Passage {
  const [head = '', ...lines] = block.trimEnd().split('\n');
  const [unit = '', year = ''] = head.split(' ');
  const marked = lines.filter((line) => !line.startsWith('! ')).join('\n');
  return {
    unit: unit === '未写明' ? null : unit,
    year: Number(year),
    text: marked.replace(MARKED, '$2'),
    facts: [...marked.matchAll(MARKED)].flatMap(([, label = '', evidence = '']) => toFacts(label, evidence)),
    checks: lines
      .filter((line) => line.startsWith('! '))
      .map((line) => ({
        kind: line.includes('/') ? ('percent' as const) : ('sum' as const),
        says: line.slice(2),
        true: false,
      })),
  };
}

function toFacts(label: string, evidence: string): Gold['facts'] {
  const [metrics = '', given] = label.split(' ');
  const { value, unit } = readFigure(given ?? evidence);
  return metrics.split(',').map((names) => {
    const [metric = '', ...alt] = names.split('/');
    return { metric, alt, value, unit, evidence };
  });
}

function readFigure(words: string): { value: number; unit: string } {
  const [, digits = '', unit = ''] = [...words.matchAll(FIGURE)].at(-1) ?? [];
  const value = digits === '' ? CHINESE[words.replace(/件$/, '')] : Number(digits.replaceAll(',', ''));
  if (value === undefined || !Number.isFinite(value)) throw new Error(`passages.txt: no figure in ${words}`);
  return { value, unit: unit || '件' };
}

const CHINESE: Record<string, number> = { 九: 9, 十四: 14, 二十三: 23 };

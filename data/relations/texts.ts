import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { dict } from '@node-rs/jieba/dict.js';
import { parse } from 'csv-parse/sync';
import type { Relation } from '../../pipeline/rows.ts';
import { readWritten } from '../sample/make/written.ts';

/** A text written to be compared, data/relations/texts.jsonl. */
export interface Text {
  /** Texts that a hurried reader could take for each other; only such are paired. */
  family: string;
  /** What is asked for, whatever the place: two texts of one kind about two matters are kin, of two kinds diff. */
  kind: string;
  /** The matter: two texts about it are the same, unless `of` says more. */
  matter: string;
  title: string;
  text: string;
  /** The text of this matter (its position there, from 0) that this one copies or takes a part of. */
  of?: { relation: 'copy' | 'fragment'; text: number };
}

export interface LabelledPair {
  a: { title: string; text: string };
  b: { title: string; text: string };
  label: Relation;
}

export function readTexts(): Text[] {
  const file = fileURLToPath(new URL('texts.jsonl', import.meta.url));
  if (!existsSync(file)) return [];
  const lines = readFileSync(file, 'utf8').split('\n').filter(Boolean);
  return lines.map((line): Text => JSON.parse(line));
}

/** All pairs within the families. */
export function textPairs(texts: readonly Text[]): LabelledPair[] {
  const pairs: LabelledPair[] = [];
  for (const [i, a] of texts.entries())
    for (const b of texts.slice(i + 1)) {
      if (a.family !== b.family) continue;
      pairs.push({ a, b, label: labelOf(a, b, texts) });
    }
  return pairs;
}

function labelOf(a: Text, b: Text, texts: readonly Text[]): Relation {
  if (a.matter !== b.matter) return a.kind === b.kind ? 'kin' : 'diff';
  const own = texts.filter((t) => t.family === a.family && t.matter === a.matter);
  const source = b.of ? own[b.of.text] : undefined;
  return b.of && source === a ? b.of.relation : 'same';
}

/** Every text of the project, whose terms are counted; and what tells which of them are words of the language. */
export function backgroundTexts(): { texts: string[]; general: string[] } {
  const examples: { title: string; text: string }[] = parse(
    readFileSync(fileURLToPath(new URL('../examples.csv', import.meta.url))),
    { columns: true, bom: true },
  );
  const join = ({ title, text }: { title: string; text: string }) => `${title}\n${text}`;
  return {
    texts: [...readWritten(), ...examples, ...readTexts()].map(join),
    general: [...examples.map(join), ...dictionaryWords()],
  };
}

/** The words of jieba's dictionary but for names of places (ns) and people (nr). */
function dictionaryWords(): string[] {
  const lines = new TextDecoder().decode(dict).split('\n');
  return lines.flatMap((line) => {
    const [word = '', , kind = ''] = line.trim().split(' ');
    return /^n[sr]/.test(kind) ? [] : [word];
  });
}

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { ROOT } from '../root.ts';
import { readYaml } from '../yaml.ts';
import { type Names, readNames } from './names.ts';

const phrases = z.array(z.string().min(1));
const schema = z.strictObject({
  matter: z.strictObject({ 政协: phrases, 人大: phrases, 合计: phrases, 议案: phrases, 社情民意: phrases }),
  body: z.strictObject({ 政协: phrases, 人大: phrases }),
  receipt: phrases,
  role: z.strictObject({ lead: phrases, co: phrases, lead_or_joint: phrases, other: phrases }),
  filing: z.strictObject({ filed: phrases, merged: phrases, other: phrases }),
  outcome: z.strictObject({ a: phrases, b: phrases, c: phrases, d: phrases, adopted: phrases }),
  letter: z.strictObject({ a: phrases, b: phrases, c: phrases, d: phrases }),
  rating: z.strictObject({
    satisfied: phrases,
    basically_satisfied: phrases,
    dissatisfied: phrases,
    other: phrases,
  }),
  rate: z.strictObject({
    reply_rate: phrases,
    completion_rate: phrases,
    meeting_rate: phrases,
    satisfaction_rate: phrases,
    adopted_rate: phrases,
    basically_satisfied: phrases,
    dissatisfied: phrases,
    other: phrases,
  }),
  joint_rate: z.record(z.string(), z.array(z.string())),
  share: phrases,
  denominator: z.strictObject({ filed: phrases, total: phrases }),
  response: phrases,
  total: phrases,
  part: phrases,
  key: phrases,
  period: phrases,
  later: phrases,
  proposer: phrases,
  progress: phrases,
  growth: phrases,
  compared: phrases,
  topic: phrases,
  topic_lead: phrases,
  about: phrases,
  target: phrases,
  countable: phrases,
  subject: phrases,
  ignore: phrases,
  business: phrases,
});

type File = z.infer<typeof schema>;
export type Kind = keyof File;

/** One meaning of a phrase: kind is the first level of data/report-terms.yaml, sense the second ('' where none). */
export interface Meaning {
  kind: Kind;
  sense: string;
}

/** A phrase as the file writes it: 列入…计划 is a head and a tail with a few characters between them. */
export interface Term {
  head: string;
  tail: string | null;
  /** Characters of the longest text that it reads. */
  longest: number;
  meanings: readonly Meaning[];
}

/** How many characters … stands for at most. */
export const FARTHEST = 6;

export interface Terms {
  /** What units may be called. */
  names: Names;
  /** Phrases by their first character, longest first. */
  byFirst: ReadonlyMap<string, readonly Term[]>;
}

/**
 * The words of handling reports: report-terms.yaml in `folder`, else the shipped file. Throws InputError with
 * line numbers when it has mistakes.
 */
export function readTerms(folder: string | null = null): Terms {
  const own = folder ? join(folder, 'report-terms.yaml') : '';
  const isOwn = own !== '' && existsSync(own);
  const file = isOwn ? own : join(ROOT, 'data', 'report-terms.yaml');
  const shownAs = isOwn ? 'report-terms.yaml' : 'data/report-terms.yaml';
  return { byFirst: compile(readYaml(file, schema, shownAs)), names: readNames(folder) };
}

/** A phrase may have several meanings (办结 is a rate and a state); the grammar picks by the unit. */
function compile(file: File): Terms['byFirst'] {
  const meanings = new Map<string, Meaning[]>();
  for (const { kind, sense, phrase } of entries(file)) {
    const known = meanings.get(phrase) ?? [];
    meanings.set(phrase, [...known, { kind, sense }]);
  }
  const byFirst = new Map<string, Term[]>();
  for (const [phrase, list] of meanings) {
    const [head = '', tail = null] = phrase.split('…');
    const longest = tail === null ? phrase.length : head.length + FARTHEST + tail.length;
    const first = head[0] ?? '';
    byFirst.set(first, [...(byFirst.get(first) ?? []), { head, tail, longest, meanings: list }]);
  }
  for (const list of byFirst.values())
    list.sort((a, b) => b.longest - a.longest || (a.head < b.head ? -1 : 1));
  return byFirst;
}

/** Has the phrase no other meaning than of these kinds? */
export function isOnly({ meanings }: { meanings: readonly Meaning[] }, kinds: readonly Kind[]): boolean {
  return meanings.every((meaning) => kinds.includes(meaning.kind));
}

function* entries(file: File): Generator<Meaning & { phrase: string }> {
  for (const kind of schema.keyof().options) {
    const section = file[kind];
    if (Array.isArray(section)) {
      for (const phrase of section) yield { kind, sense: '', phrase };
      continue;
    }
    for (const [sense, list] of Object.entries(section)) {
      // joint_rate is written the other way round: phrase → rates.
      for (const item of list)
        yield kind === 'joint_rate'
          ? { kind: 'rate', sense: item, phrase: sense }
          : { kind, sense, phrase: item };
    }
  }
}

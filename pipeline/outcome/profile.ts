import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { InputError } from '../errors.ts';
import { ROOT } from '../root.ts';
import { OUTCOMES, type Outcome, RATINGS, type Rating, type Role } from '../rows.ts';
import { readYaml } from '../yaml.ts';
import { type Deadline, deadlineSchema } from './deadline.ts';

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, '应写成 2024-12-31 这样的日期');
const DEADLINES = [
  'lead',
  'sole',
  'separate',
  'joint',
  'co',
  'complex',
  'return',
  'rehandle',
  'feedback',
] as const;
const ANSWERING = ['lead', 'sole', 'separate', 'joint'] as const;
const MERGED = ['逐件答复', '随主案答复'] as const;
const ratings = z.array(z.enum(RATINGS)).min(1);

/** What each key means for staff stands in data/README.md and in generic.yaml. */
const schema = z.strictObject({
  id: z.string(),
  name: z.string(),
  valid_from: day,
  valid_to: day.nullish(),
  source: z.string(),
  extends: z.string().optional(),
  outcomes: z.array(
    z.strictObject({ means: z.array(z.enum(OUTCOMES)).min(1), words: z.array(z.string()).min(1) }),
  ),
  ratings: z.partialRecord(z.enum(RATINGS), z.array(z.string())).optional(),
  deadlines: z.partialRecord(z.enum(DEADLINES), deadlineSchema).optional(),
  satisfaction: z.strictObject({ strict: ratings, broad: ratings }).optional(),
  counted: z.array(z.enum(ANSWERING)).min(1).optional(),
  merged: z.enum(MERGED).optional(),
});

export type DeadlineKind = (typeof DEADLINES)[number];

/** What the codes and deadlines of one place and time mean. */
export interface Profile {
  id: string;
  name: string;
  valid_from: string;
  /** Last day of the rule, null while it is in force. */
  valid_to: string | null;
  /** Normalised outcome word or letter → canonical outcome, several joined by `|`. */
  outcomes: ReadonlyMap<string, string>;
  /** The classes of the place's own scale, as canonical outcomes; words that it only inherits are not among them. */
  scale: readonly string[];
  /** Normalised rating word → canonical rating. */
  ratings: ReadonlyMap<string, Rating>;
  /** Where a role has none of its own, the lead's holds; co-handlers never inherit it. */
  deadlines: Partial<Record<DeadlineKind, Deadline>>;
  /** Which ratings are 满意, and which are 满意 with 基本满意. */
  satisfaction: { strict: readonly Rating[]; broad: readonly Rating[] };
  /** Roles whose answers count in rates. Co-handlers answer nobody and can never be among them. */
  counted: readonly Role[];
  /** Whether a merged proposal is answered by itself or with the one that it was merged into. */
  merged: (typeof MERGED)[number];
}

/** The file of a profile: the workspace's own jurisdictions/ before data/jurisdictions/; null when there is none. */
export function findProfile(id: string, workspace: string | null): string | null {
  if (/[\\/]/.test(id)) return null;
  const folders = [...(workspace ? [workspace] : []), join(ROOT, 'data')];
  return folders.map((f) => join(f, 'jurisdictions', `${id}.yaml`)).find((f) => existsSync(f)) ?? null;
}

/**
 * The profile `id` with what it extends. Throws InputError when there is none of that name, when it extends itself or
 * when the file has mistakes. `below` are the profiles that extend this one.
 */
export function readProfile(id: string, workspace: string | null, below: readonly string[] = []): Profile {
  const place = below[0] === undefined ? 'jianyan.yaml' : `jurisdictions/${below[0]}.yaml`;
  const file = findProfile(id, workspace);
  if (file === null)
    throw new InputError(
      place,
      `没有名为“${id}”的办理口径`,
      '请使用 data/jurisdictions 里的文件名（如 generic），或自建一份',
    );
  if (below.includes(id))
    throw new InputError(
      place,
      `口径互相继承：${[...below].reverse().join(' → ')} → ${id}`,
      '请改正 extends',
    );
  const own = readYaml(file, schema, `jurisdictions/${id}.yaml`);
  const base = own.extends ? readProfile(own.extends, workspace, [id, ...below]) : null;
  const scale = own.outcomes.map(({ means }) => outcomeSet(means));
  return {
    id,
    name: own.name,
    valid_from: own.valid_from,
    valid_to: own.valid_to ?? null,
    outcomes: new Map([...(base?.outcomes ?? []), ...outcomeWords(own.outcomes)]),
    scale: scale.length > 0 ? [...new Set(scale)] : (base?.scale ?? []),
    ratings: new Map([...(base?.ratings ?? []), ...ratingWords(own.ratings ?? {})]),
    deadlines: { ...base?.deadlines, ...own.deadlines },
    satisfaction: own.satisfaction ?? base?.satisfaction ?? { strict: ['satisfied'], broad: BROAD },
    counted: own.counted ?? base?.counted ?? ANSWERING,
    merged: own.merged ?? base?.merged ?? '逐件答复',
  };
}

const BROAD: readonly Rating[] = ['satisfied', 'basically'];

/** A set of outcomes as it is written in a row: in canonical order, joined by `|`. */
export function outcomeSet(outcomes: readonly Outcome[]): string {
  return OUTCOMES.filter((o) => outcomes.includes(o)).join('|');
}

function outcomeWords(classes: z.infer<typeof schema>['outcomes']): [string, string][] {
  return classes.flatMap(({ means, words }) =>
    words.map((word): [string, string] => [codeKey(word), outcomeSet(means)]),
  );
}

function ratingWords(words: Partial<Record<Rating, string[]>>): [string, Rating][] {
  return RATINGS.flatMap((rating) =>
    (words[rating] ?? []).map((word): [string, Rating] => [codeKey(word), rating]),
  );
}

/** Ａ类 → a, “解决采纳（A）” → 解决采纳: how codes are compared. */
export function codeKey(word: string): string {
  const key = word
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\s+/g, '')
    .replace(/\([^)]*\)$/, '');
  return key.replace(/(?<=^[a-z甲乙丙丁戊])[类级件]$/, '');
}

/** The canonical outcome of a word or letter of the ledger, null when the profile does not map it. */
export function canonicalOutcome(raw: string, profile: Profile): string | null {
  return profile.outcomes.get(codeKey(raw)) ?? null;
}

/** The canonical rating of a word of the ledger, null when the profile does not map it. */
export function canonicalRating(raw: string, profile: Profile): Rating | null {
  return profile.ratings.get(codeKey(raw)) ?? null;
}

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { InputError } from '../errors.ts';
import { ROOT } from '../root.ts';
import { OUTCOMES, RATINGS, type Rating } from '../rows.ts';
import { readYaml } from '../yaml.ts';

const schema = z.strictObject({
  id: z.string(),
  name: z.string(),
  valid_from: z.string(),
  source: z.string(),
  extends: z.string().optional(),
  outcomes: z.array(
    z.strictObject({ means: z.array(z.enum(OUTCOMES)).min(1), words: z.array(z.string()).min(1) }),
  ),
  ratings: z.partialRecord(z.enum(RATINGS), z.array(z.string())).optional(),
  deadlines: z.strictObject({ reply_months: z.int().positive() }).optional(),
});

/** What the codes of one place and time mean. */
export interface Profile {
  id: string;
  name: string;
  /** Normalised outcome word or letter → canonical outcome, several joined by `|`. */
  outcomes: ReadonlyMap<string, string>;
  /** Normalised rating word → canonical rating. */
  ratings: ReadonlyMap<string, Rating>;
  /** Calendar months from assignment to reply where the ledger gives no due date. */
  reply_months: number | null;
}

/**
 * The profile `id` from the workspace's jurisdictions/ or from data/jurisdictions/, with what it extends.
 * Throws InputError when there is none of that name or when the file has mistakes.
 */
export function readProfile(id: string, workspace: string | null): Profile {
  const folders = [...(workspace ? [workspace] : []), join(ROOT, 'data')];
  const file = folders.map((f) => join(f, 'jurisdictions', `${id}.yaml`)).find((f) => existsSync(f));
  if (!file || /[\\/]/.test(id)) {
    throw new InputError(
      'jianyan.yaml',
      `没有名为“${id}”的办理口径`,
      '请使用 data/jurisdictions 里的文件名（如 generic），或自建一份',
    );
  }
  const own = readYaml(file, schema, `jurisdictions/${id}.yaml`);
  const base = own.extends ? readProfile(own.extends, workspace) : null;
  const outcomes = new Map(base?.outcomes);
  for (const { means, words } of own.outcomes) {
    const canonical = OUTCOMES.filter((o) => means.includes(o)).join('|');
    for (const word of words) outcomes.set(codeKey(word), canonical);
  }
  const ratings = new Map(base?.ratings);
  for (const rating of RATINGS)
    for (const word of own.ratings?.[rating] ?? []) ratings.set(codeKey(word), rating);
  const reply_months = own.deadlines?.reply_months ?? base?.reply_months ?? null;
  return { id: own.id, name: own.name, outcomes, ratings, reply_months };
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

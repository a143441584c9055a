import type { Config } from '../config.ts';
import type { Body } from '../rows.ts';
import { type Profile, readProfile } from './profile.ts';

/** The profile that reads the codes of a body (null: of neither) in a year (null: unknown). */
export type ProfileOf = (body: Body | null, year: number | null) => Profile;

type ByYear = string | Record<string, string>;

/**
 * Which profile holds for which body and year, by `profiles` of jianyan.yaml: a name for all years, or by year, each
 * holding from its year until the next; before the first, `默认` of the same list, then that of the whole.
 * Throws InputError when a named profile is missing or has mistakes, also one that no proposal needs.
 */
export function profileChooser({ profiles = {} }: Config, workspace: string | null): ProfileOf {
  const named = Object.values(profiles ?? {}).flatMap((p) =>
    typeof p === 'string' ? [p] : Object.values(p),
  );
  const read = new Map([...named, 'generic'].map((id) => [id, readProfile(id, workspace)]));
  return (body, year) => {
    const own = body === null ? undefined : profiles?.[body];
    const id = nameFor(own, year) ?? nameFor(profiles?.默认, year) ?? 'generic';
    const profile = read.get(id);
    if (!profile) throw new Error(`profile ${id} was not read`);
    return profile;
  };
}

function nameFor(names: ByYear | undefined, year: number | null): string | undefined {
  if (names === undefined || typeof names === 'string') return names;
  const begun = Object.keys(names)
    .map(Number)
    .filter((from) => year !== null && from <= year);
  return begun.length > 0 ? names[Math.max(...begun)] : names.默认;
}

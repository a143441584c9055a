import type { Manifest } from '../publish/manifest.ts';
import { nameFinder } from './person-names.ts';
import { redact } from './redact.ts';
import type { Shared } from './share.ts';
import { withheldRows } from './withheld-rows.ts';

type Made = Omit<Manifest, 'program' | 'version' | 'node' | 'finished_at'>;

/**
 * How a run was made, as far as its audience may know: file names and settings can hold names and numbers of persons,
 * and counts of everything that was read give away what is not published.
 */
export function shareManifest(made: Made, { found, leftOut }: Shared): Made {
  const { audience, config, profiles, definitions, tables } = made;
  if (audience === 'internal') return made;
  const { hide, ...shown } = config;
  const words = nameFinder(hide ?? []);
  const clean = (text: string) => redact(text, { names: nameFinder([]), words }).text;
  if (audience === 'leadership')
    return {
      ...made,
      config: cleanAll(shown, clean),
      inputs: made.inputs.map((input) => ({ ...input, name: clean(input.name) })),
      definitions: Object.fromEntries(Object.entries(definitions).map(([name, hash]) => [clean(name), hash])),
    };
  const { public_disclosure } = config;
  const withheld = withheldRows(new Map(), leftOut, found).map(({ kind, what, amount }) => ({
    kind,
    what,
    amount,
  }));
  return {
    audience,
    inputs: [],
    config: { public_disclosure: public_disclosure ?? ['主动公开'] },
    profiles,
    definitions: {},
    balance: {},
    tables,
    withheld,
  };
}

function cleanAll<T>(value: T, clean: (text: string) => string): T {
  return JSON.parse(JSON.stringify(value), (_, one: unknown) => (typeof one === 'string' ? clean(one) : one));
}

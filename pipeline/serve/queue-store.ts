import { createHash } from 'node:crypto';
import { appendFileSync, existsSync, mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { explainSystemError } from '../errors.ts';
import { withLock } from '../review/lock.ts';
import type { Received } from './read-upload.ts';
import { localTime, weekOf } from './week.ts';

const entry = z.object({
  id: z.string(),
  title: z.string(),
  text: z.string().nullable(),
  body: z.enum(['政协', '人大']).nullable(),
  number: z.string().nullable(),
  proposer: z.string().nullable(),
  from: z.string(),
  received_at: z.string(),
  week: z.string(),
});
const line = z.union([z.object({ add: entry }), z.object({ remove: z.string() })]);

/** A proposal that came in; `week` is the ISO week in which it did. */
export type Entry = z.infer<typeof entry>;

/** What came in, kept in the workspace as queue/<week>.jsonl: lines are only ever added. */
export interface QueueStore {
  /** In the order in which they came. */
  entries(): Map<string, Entry>;
  /** What is there already is not added twice. Returns the entries in the order of `received`. */
  add(received: readonly Received[], from: string): Promise<Entry[]>;
  remove(id: string): Promise<void>;
}

export function openQueue(workspace: string, now: () => Date): QueueStore {
  const folder = join(workspace, 'queue');
  let known = { stamp: '', entries: new Map<string, Entry>() };
  const entries = () => {
    const stamp = stampOf(folder);
    if (stamp !== known.stamp) known = { stamp, entries: readFolder(folder) };
    return known.entries;
  };
  const write = (lines: readonly z.infer<typeof line>[]) => append(folder, weekOf(now()), lines);
  return {
    entries,
    add: async (received, from) => {
      const at = { from, received_at: localTime(now()), week: weekOf(now()) };
      const made = received.map((r): Entry => ({ ...r, id: idOf(r), ...at }));
      const fresh = new Map(made.filter((e) => !entries().has(e.id)).map((e) => [e.id, e]));
      await write([...fresh.values()].map((e) => ({ add: e })));
      return made.map((e) => entries().get(e.id) ?? e);
    },
    remove: (id) => write([{ remove: id }]),
  };
}

/** The same text has the same id, so that a file dropped twice is one proposal. */
function idOf({ title, text }: Received): string {
  const hash = createHash('sha256')
    .update(`${title}\n${text ?? ''}`)
    .digest('hex');
  return `新-${hash.slice(0, 10)}`;
}

/** Changes whenever a file of the folder does, also by another process. */
function stampOf(folder: string): string {
  return namesOf(folder)
    .map((name) => {
      const { mtimeMs, size } = statSync(join(folder, name));
      return `${name} ${mtimeMs} ${size}`;
    })
    .join();
}

function namesOf(folder: string): string[] {
  return existsSync(folder)
    ? readdirSync(folder)
        .filter((name) => /^\d{4}-W\d\d\.jsonl$/.test(name))
        .sort()
    : [];
}

/** A line that a kill cut short is no line: its sender was never told that it was kept. */
function readFolder(folder: string): Map<string, Entry> {
  const entries = new Map<string, Entry>();
  for (const name of namesOf(folder)) {
    for (const text of readFileSync(join(folder, name), 'utf8').split('\n')) {
      const parsed = line.safeParse(tryJson(text));
      if (!parsed.success) continue;
      if ('add' in parsed.data) entries.set(parsed.data.add.id, parsed.data.add);
      else entries.delete(parsed.data.remove);
    }
  }
  return entries;
}

function tryJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

async function append(folder: string, week: string, lines: readonly object[]): Promise<void> {
  if (lines.length === 0) return;
  const file = join(folder, `${week}.jsonl`);
  try {
    mkdirSync(folder, { recursive: true });
    const text = lines.map((l) => `${JSON.stringify(l)}\n`).join('');
    // The line end in front parts it from a line that was cut short.
    await withLock(file, () =>
      appendFileSync(file, `${endsCleanly(file) ? '' : '\n'}${text}`, { flush: true }),
    );
  } catch (error) {
    throw explainSystemError(error, file);
  }
}

function endsCleanly(file: string): boolean {
  return !existsSync(file) || readFileSync(file).at(-1) === 0x0a || statSync(file).size === 0;
}

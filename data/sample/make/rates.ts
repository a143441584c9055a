import type { Case } from './plan.ts';

/**
 * The counts behind every rate of each year and body, straight from the plan: written apart from the pipeline, and no
 * code of it is used. A ledger shows only some facts; what it leaves out is null here.
 */

/** What each ledger shows besides department, days and outcome. `rounds`: which rating the reader can know. */
interface Ledger {
  met: boolean;
  rounds: 'first' | 'last' | 'both';
  attitude: boolean;
  returned: boolean;
  merged: boolean;
  key: boolean;
  changed: boolean;
  promised: boolean;
}

const SHOWN: Record<string, Ledger> = {
  '2020政协': ledger('first', 'met', 'key'),
  '2020人大': ledger('first', 'met', 'attitude'),
  '2021政协': ledger('first', 'met', 'attitude', 'returned'),
  '2021人大': ledger('last', 'met'),
  '2022政协': ledger('both', 'met', 'attitude', 'changed', 'promised'),
  '2022人大': ledger('both', 'met'),
  '2023政协': ledger('first', 'met', 'attitude', 'merged', 'key', 'changed', 'promised'),
  '2023人大': ledger('last'),
  '2024政协': ledger('both', 'met', 'attitude', 'merged', 'key', 'promised'),
  '2024人大': ledger('first', 'met', 'attitude'),
};

function ledger(rounds: Ledger['rounds'], ...shown: (keyof Ledger)[]): Ledger {
  const has = (name: keyof Ledger) => shown.includes(name);
  return {
    rounds,
    met: has('met'),
    attitude: has('attitude'),
    returned: has('returned'),
    merged: has('merged'),
    key: has('key'),
    changed: has('changed'),
    promised: has('promised'),
  };
}

/** The last day of the sample: what is not answered by then is late when its day has passed. */
const AS_OF = '2024-12-31';

export function rates(cases: readonly Case[]): object[] {
  const groups = new Map<string, Case[]>();
  for (const c of cases) groups.set(`${c.year}${c.body}`, [...(groups.get(`${c.year}${c.body}`) ?? []), c]);
  return [...groups].map(([key, list]) => ratesOf(key, list));
}

function ratesOf(key: string, list: Case[]): object {
  const shown = SHOWN[key];
  if (!shown) throw new Error(`no ledger for ${key}`);
  const count = (test: (c: Case) => boolean) => list.filter(test).length;
  const replied = list.filter((c) => c.replied_on !== null);
  const days = replied
    .filter((c) => c.assigned_on !== null && (c.replied_on ?? '') >= c.assigned_on)
    .map((c) => (Date.parse(c.replied_on ?? '') - Date.parse(c.assigned_on ?? '')) / 86_400_000)
    .sort((a, b) => a - b);
  const result = (c: Case) => (shown.rounds === 'first' ? c.feedback[0] : c.feedback.at(-1))?.result;
  const firstResult = (c: Case) => (shown.rounds === 'last' ? c.feedback.at(-1) : c.feedback[0])?.result;
  return {
    kind: 'rate',
    year: list[0]?.year,
    body: list[0]?.body,
    proposals: list.length,
    key_proposals: shown.key ? count((c) => c.key_proposal) : null,
    merged: shown.merged ? count((c) => c.filed === '并案') : null,
    returned: shown.returned ? count((c) => c.returned !== null) : null,
    replied: replied.length,
    due: count((c) => c.assigned_on !== null),
    late: count((c) => c.assigned_on !== null && (c.replied_on ?? AS_OF) > c.due_on),
    median_days: median(days),
    met: shown.met ? count((c) => c.met_on !== null) : null,
    outcomes: tally(replied.map((c) => c.outcome)),
    changed_to_solved: shown.changed ? count((c) => c.later !== null) : null,
    rated: count((c) => ['满意', '基本满意', '不满意'].includes(result(c) ?? '')),
    satisfied: count((c) => result(c) === '满意'),
    basically: count((c) => result(c) === '基本满意'),
    dissatisfied: count((c) => result(c) === '不满意'),
    satisfied_first: count((c) => firstResult(c) === '满意'),
    satisfied_attitude: shown.attitude ? count((c) => c.feedback[0]?.attitude === '满意') : null,
    promises: shown.promised ? count((c) => c.promises.length > 0) : null,
    fulfilled: shown.promised ? count((c) => (c.kept[0]?.fulfilled_on ?? null) !== null) : null,
  };
}

function median(sorted: readonly number[]): number | null {
  const middle = sorted.length / 2;
  const at = (index: number) => sorted[index] ?? Number.NaN;
  if (sorted.length === 0) return null;
  return sorted.length % 2 === 1 ? at(Math.floor(middle)) : (at(middle - 1) + at(middle)) / 2;
}

function tally(words: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const word of [...words].sort()) counts[word] = (counts[word] ?? 0) + 1;
  return counts;
}

import type { Case } from './plan.ts';
import { addDays } from './random.ts';

/** A mistake such as people make in ledgers, and what the ledger then shows of the case. */
interface Planted {
  error: string;
  body: '政协' | '人大';
  year: number;
  /** The first case from this place on, in the order of numbers, that `fits`. */
  from: number;
  fits: (c: Case) => boolean;
  change: (c: Case) => Partial<Case>;
}

const answered = (c: Case) => c.replied_on !== null && c.feedback.length > 0;

const PLANTED: Planted[] = [
  {
    error: '交办早于提交',
    ...{ body: '政协', year: 2020, from: 7, fits: answered },
    change: (c) => ({ submitted_on: addDays(c.assigned_on ?? '', 5) }),
  },
  {
    error: '评价用语口径未列',
    ...{ body: '人大', year: 2021, from: 5, fits: answered },
    change: (c) => ({ feedback: c.feedback.map((f) => ({ ...f, result: '较好' })) }),
  },
  {
    error: '读不出的日期',
    ...{ body: '人大', year: 2023, from: 2, fits: answered },
    change: () => ({ assigned_on: null, assigned_raw: '2023年13月5日' }),
  },
  {
    error: '答复早于交办',
    ...{ body: '人大', year: 2023, from: 4, fits: answered },
    change: () => ({ replied_on: '2023-02-01' }),
  },
  {
    error: '办理结果口径未列',
    ...{ body: '人大', year: 2023, from: 6, fits: answered },
    change: () => ({ outcome: 'E' }),
  },
  {
    error: '编号重复',
    ...{ body: '人大', year: 2024, from: 9, fits: answered },
    change: (c) => ({ number: c.number - 1 }),
  },
];

/** A planted mistake with the case that it befell, named as in the ledger. */
export interface LedgerError {
  kind: 'ledger_error';
  error: string;
  key: string;
  /** What stands in the cell that cannot be read. */
  value?: string;
}

/** The cases as the ledgers show them, mistakes included, and the mistakes. Cases come sorted by body, year, number. */
export function plantErrors(cases: readonly Case[]): { shown: Case[]; errors: LedgerError[] } {
  const shown = [...cases];
  const errors: LedgerError[] = [];
  for (const { error, body, year, from, fits, change } of PLANTED) {
    const series = shown.filter((c) => c.body === body && c.year === year);
    const victim = series.slice(from).find((c) => fits(c) && !errors.some(({ key }) => key === c.key));
    if (!victim) throw new Error(`no case for ${error}`);
    const changed = change(victim);
    shown[shown.indexOf(victim)] = { ...victim, ...changed };
    const value = changed.assigned_raw;
    errors.push({ kind: 'ledger_error', error, key: victim.key, ...(value === undefined ? {} : { value }) });
  }
  return { shown, errors };
}

import {
  type Cube,
  compareValues,
  dimension,
  measureOf,
  narrow,
  type Where,
} from '../pipeline/outcome/cube.ts';
import { cube } from './data.ts';
import type { Choice, Filters, State } from './state.ts';

/** What a page draws from: the filtered rows, and how wide. */
export interface View {
  state: State;
  /** CSS pixels that a chart of full width may take. */
  width: number;
  /** Paper can neither be searched nor opened: a page shows the whole, or says how much of it. */
  medium: 'screen' | 'print';
  /** All filters applied. */
  cube: Cube;
  /** All filters but the years: for what changed since the year before. */
  history: Cube;
  /**
   * 件 counts a proposal once, with its first answering department. With a department chosen that would lose what the
   * department answers as a second: then each answer counts (件次).
   */
  per: '件' | '件次';
  /** Whether a proposal, by its number in the tables, passes the filters. */
  covers: (proposal: number) => boolean;
}

export type Page = (view: View) => Node[];

export function viewOf(state: State, width: number, medium: View['medium'] = 'screen'): View {
  const { filters } = state;
  const history = narrow(cube(), choicesOf(filters));
  const own = narrow(history, yearsOf(filters, history));
  let mask: Uint8Array | null = null;
  return {
    state,
    width,
    medium,
    cube: own,
    history,
    per: filters.department === null ? '件' : '件次',
    covers: (proposal) => {
      mask ??= maskOf(own);
      return mask[proposal] === 1;
    },
  };
}

/** The cube's name of a filter. */
const COLUMN: Record<Choice, string> = {
  body: 'body',
  topic: 'topic_name',
  department: 'department',
  district: 'district',
  proposer_type: 'proposer_type',
};

function choicesOf(filters: Filters): Where {
  const keys: readonly Choice[] = ['body', 'topic', 'department', 'district', 'proposer_type'];
  return Object.fromEntries(
    keys.flatMap((key) => {
      const value = filters[key];
      return value === null ? [] : [[COLUMN[key], value === UNKNOWN ? null : value]];
    }),
  );
}

/** What a filter calls rows without a value. */
export const UNKNOWN = '不详';

function yearsOf({ from, to }: Filters, all: Cube): Where {
  if (from === null && to === null) return {};
  const inside = dimension(all, 'year').values.filter(
    (year) => typeof year === 'number' && year >= (from ?? year) && year <= (to ?? year),
  );
  return { year: inside };
}

/** The values that a filter can take, in the order of the list. */
export function optionsOf(choice: Choice): string[] {
  return [...dimension(cube(), COLUMN[choice]).values]
    .sort(compareValues)
    .map((value) => (value === null ? UNKNOWN : String(value)));
}

/** Years of the data, ascending. */
export function years(): number[] {
  const known = dimension(cube(), 'year').values.filter((year) => typeof year === 'number');
  return [...known].sort((a, b) => a - b);
}

function maskOf(own: Cube): Uint8Array {
  const proposals = measureOf(own, 'proposal');
  let most = 0;
  for (let i = 0; i < own.rows.length; i++) most = Math.max(most, proposals[own.rows[i] ?? 0] ?? 0);
  const mask = new Uint8Array(most + 1);
  for (let i = 0; i < own.rows.length; i++) mask[proposals[own.rows[i] ?? 0] ?? 0] = 1;
  return mask;
}

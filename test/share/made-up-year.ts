import fc from 'fast-check';
import { FAMILIES } from '../../pipeline/share/relations.ts';
import type { Statistic } from '../../pipeline/share/statistics.ts';

/** One answer with everything that the measures ask of it; drawn so that no two of them contradict each other. */
const record = fc.record({
  topic: fc.nat(3),
  department: fc.nat(3),
  isFirst: fc.integer({ min: 0, max: 9 }).map((n) => n > 0),
  replied: fc.integer({ min: 0, max: 9 }).map((n) => n > 0),
  timed: fc.boolean(),
  late: fc.constantFrom('on_time', 'on_time', 'complex', 'late', 'no_due'),
  met: fc.constantFrom('met', 'met', 'not', 'unknown'),
  outcome: fc.constantFrom('solved', 'solved', 'planned', 'planned', 'declined', 'unmapped', 'missing'),
  followed: fc.boolean(),
  converted: fc.boolean(),
  first: fc.constantFrom('satisfied', 'satisfied', 'broad', 'dissatisfied', 'missing'),
  last: fc.constantFrom('satisfied', 'broad', 'dissatisfied'),
  rerated: fc.boolean(),
});
type Made = typeof record extends fc.Arbitrary<infer T> ? T : never;

/** A year of proposals as public statistics: by topic (件) and by department (件次). */
export const madeUpYear = fc.array(record, { minLength: 12, maxLength: 90 }).map((records) => [
  ...view(
    records.filter(({ isFirst }) => isFirst),
    '件',
    'topic',
  ),
  ...view(records, '件次', 'department'),
]);

function view(
  records: readonly Made[],
  per: Statistic['per'],
  dimension: 'topic' | 'department',
): Statistic[] {
  const row = (kind: Statistic['dimension'], value: string, own: readonly Made[]): Statistic => ({
    per,
    dimension: kind,
    year: 2024,
    value,
    name: value,
    measures: sumOf(own, per),
  });
  const parts = [0, 1, 2, 3].map(
    (n) => [`${dimension}${n}`, records.filter((r) => r[dimension] === n)] as const,
  );
  return [
    row('total', '全部', records),
    ...parts.filter(([, own]) => own.length > 0).map(([value, own]) => row(dimension, value, own)),
  ];
}

function sumOf(records: readonly Made[], per: Statistic['per']): Record<string, number> {
  const counted = records.map((one) => new Set(measuresOf(one)));
  const cases = ['proposals', ...FAMILIES.assignment, ...FAMILIES.filing];
  const names = Object.values(FAMILIES)
    .flat()
    .filter((name) => per === '件' || !cases.includes(name));
  return Object.fromEntries(names.map((name) => [name, counted.filter((of) => of.has(name)).length]));
}

function measuresOf(r: Made): string[] {
  const { replied } = r;
  const outcome = replied ? r.outcome : 'missing';
  const first = replied ? r.first : 'missing';
  const again = first === 'dissatisfied' && r.rerated;
  const last = again ? r.last : first;
  const rating = (name: string, value: string) =>
    value === 'missing'
      ? [`${name}_missing`]
      : [
          `${name}_rated`,
          ...(value === 'dissatisfied' ? [] : [`${name}_broad`]),
          ...(value === 'satisfied' ? [`${name}_satisfied`] : []),
        ];
  const is = (condition: boolean, ...names: string[]) => (condition ? names : []);
  const known = outcome !== 'missing' && outcome !== 'unmapped';
  const adopted = outcome === 'solved' || outcome === 'planned';
  const pending = outcome === 'planned';
  const solvedLater = outcome === 'solved' || (pending && r.converted);
  const due = r.late !== 'no_due';
  return [
    'proposals',
    'answers',
    'filed',
    'return_unknown',
    ...(replied
      ? ['replied', r.timed ? 'timed' : 'untimed', ...is(first !== 'missing', 'fed_back')]
      : ['unreplied']),
    ...(due ? ['due'] : ['no_due']),
    ...is(due && replied && r.late === 'on_time', 'on_time', 'on_time_complex'),
    ...is(due && replied && r.late === 'complex', 'late', 'on_time_complex'),
    ...is(due && (!replied || r.late === 'late'), 'late'),
    ...(r.met === 'unknown' ? ['met_unknown'] : ['met_known', ...is(r.met === 'met', 'met')]),
    ...is(outcome === 'missing', 'outcome_missing'),
    ...is(outcome === 'unmapped', 'outcome_unmapped'),
    ...is(known, 'solved_known', 'adopted_known'),
    ...is(outcome === 'solved', 'solved'),
    ...is(adopted, 'adopted', r.followed ? 'implementable' : 'implement_unknown'),
    ...is(adopted && r.followed && solvedLater, 'implemented'),
    ...is(pending, 'pending', r.followed ? 'convertible' : 'convert_unknown'),
    ...is(pending && r.followed && r.converted, 'converted'),
    ...(!replied
      ? ['closed_known']
      : known
        ? ['closed_known', ...is(!pending, 'closed')]
        : ['closed_unclear']),
    ...rating('result_first', first),
    ...rating('result_final', last),
    ...rating('attitude_first', 'missing'),
    ...rating('attitude_final', 'missing'),
    ...is(first === 'dissatisfied', 'refused', r.rerated ? 'rehandle_known' : 'rehandle_unknown'),
    ...is(again, 'rehandled'),
    ...is(again && r.last !== 'dissatisfied', 'recovered'),
  ];
}

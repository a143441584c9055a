import { LEAST } from '../../../pipeline/outcome/compare-departments.ts';
import { type Cube, narrow, sumBy } from '../../../pipeline/outcome/cube.ts';
import { wilson } from '../../../pipeline/outcome/wilson.ts';
import { ratesByGroup } from '../../charts/rates-by-group.ts';
import { figure } from '../../figure.ts';
import { figureBy } from '../../figure-by.ts';
import { boundsWords, countWords, rateWords } from '../../rate-words.ts';
import { UNKNOWN, type View } from '../../view.ts';

export const REOPENED: [name: string, says: string][] = [
  [
    '再提率',
    '答复“解决采纳”（或“列入计划”）后 24 个月内同一议题又被提出的件次 ÷ 答复后已有 24 个月数据的件次。不计：答复后不足 24 个月的、并案的。按件次计，每个应答复单位各计一次。',
  ],
  ['办结再提', '提出前 24 个月内，同一议题有一件答复为“解决采纳”。'],
  ['承诺未兑现', '提出前，同一议题最近一次答复为“列入计划”。'],
  [
    '反复提出未解决',
    '在两个以上年度共提出三次以上，且最近一次没有答复为“解决采纳”；同年并案的合为一次。可作为专题报告的线索。',
  ],
];

type Outcome = 'solved' | 'planned';
const DIMENSIONS = [
  ['topic_name', '主题'],
  ['department', '承办单位'],
  ['district', '地区'],
] as const;
type By = (typeof DIMENSIONS)[number][0];

interface Share {
  numerator: number;
  denominator: number;
  tooRecent: number;
  low: number;
  high: number;
}

/** False in an edition whose entries carry no such flags. */
export function hasReopened({ cube }: View): boolean {
  return cube.measures.has('reopen_observed');
}

export function reopenedRate(cube: Cube, outcome: Outcome): Share {
  const all = reopenedBy(cube, outcome, 'outcome');
  return all.get(outcome) ?? share(0, 0, 0);
}

function reopenedBy(cube: Cube, outcome: Outcome, by: By | 'outcome'): Map<string, Share> {
  const own = narrow(cube, { outcome });
  const [observed, reopened, recent] = ['reopen_observed', 'reopened', 'reopen_too_recent'].map((measure) =>
    sumBy(own, by, measure),
  );
  return new Map(
    [...(observed ?? [])].map(([value, n]) => [
      String(value ?? UNKNOWN),
      share(reopened?.get(value) ?? 0, n, recent?.get(value) ?? 0),
    ]),
  );
}

function share(numerator: number, denominator: number, tooRecent: number): Share {
  const isKnown = denominator > 0 && !Number.isNaN(numerator);
  const [low, high] = isKnown ? wilson(numerator, denominator) : [0, 1];
  return { numerator, denominator, tooRecent, low, high };
}

export function reopenedFigure(view: View): HTMLElement {
  return figureBy('再提率按', DIMENSIONS, view, (by, name) => drawn(by, name, view));
}

function drawn(by: By, name: string, view: View): HTMLElement {
  const solved = reopenedBy(view.cube, 'solved', by);
  const planned = reopenedBy(view.cube, 'planned', by);
  const groups = [...new Set([...solved.keys(), ...planned.keys()])].map((group) => ({
    group,
    solved: solved.get(group) ?? share(0, 0, 0),
    planned: planned.get(group) ?? share(0, 0, 0),
  }));
  groups.sort((a, b) => b.solved.denominator - a.solved.denominator || (a.group < b.group ? -1 : 1));
  // With many departments the chart keeps those that say something; the table has all.
  const least = groups.length > 25 ? LEAST : 1;
  const shown = groups.filter(
    ({ solved: { numerator, denominator } }) => denominator >= least && !Number.isNaN(numerator),
  );
  const left = least > 1 ? `图中只画可观察 ${LEAST} 件次以上的，其余见数据表；` : '';
  return figure({
    title: `解决采纳后 24 个月内的再提率，按${name}`,
    note: `${left}括号内为可观察件次，灰线为 95% 区间：区间宽的数目太少，互相重叠的不能说有高低`,
    chart:
      shown.length === 0
        ? null
        : ratesByGroup(
            shown.map(({ group, solved: s }) => ({
              group,
              name: '再提率',
              rate: s.numerator / s.denominator,
              low: s.low,
              high: s.high,
              n: s.denominator,
            })),
            view,
          ),
    columns: [
      '',
      '解决采纳后再提',
      '可观察',
      '再提率',
      '95% 区间',
      '不足 24 个月',
      '列入计划后再提',
      '可观察',
      '再提率',
      '95% 区间',
    ],
    cells: groups.map(({ group, solved: s, planned: p }) => [
      group,
      countWords(s.numerator),
      countWords(s.denominator),
      rateWords(s),
      boundsWords(s),
      countWords(s.tooRecent),
      countWords(p.numerator),
      countWords(p.denominator),
      rateWords(p),
      boundsWords(p),
    ]),
    definitions: REOPENED.slice(0, 1),
  });
}

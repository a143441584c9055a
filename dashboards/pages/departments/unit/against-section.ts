import type { Cube } from '../../../../pipeline/outcome/cube.ts';
import { rate } from '../../../../pipeline/outcome/rate.ts';
import { againstWhole } from '../../../charts/against-whole.ts';
import { VERDICTS } from '../../../department-figure.ts';
import { figure } from '../../../figure.ts';
import { boundsWords, countWords, rateWords } from '../../../rate-words.ts';
import type { View } from '../../../view.ts';
import { verdictOf } from './unit-sentence.ts';

const METRICS = [
  'reply_rate',
  'on_time_rate',
  'met_rate',
  'solved_rate',
  'adopted_rate',
  'implemented_rate',
  'satisfied_rate',
  'satisfied_broad_rate',
  'first_satisfied_rate',
  'promise_rate',
];

/** A department's rates beside those of all departments. */
export function againstSection(unit: string, own: Cube, whole: View): Node[] {
  const pairs = METRICS.map((id) => ({
    id,
    own: rate(own, id, { per: '件次' }),
    all: rate(whole.cube, id, { per: '件次' }),
  })).filter((pair) => pair.own.denominator !== 0);
  return [
    figure({
      title: '与全部单位对照',
      note: '括号内为计入的件次（承诺兑现率为项）；竖线是全部单位合计，灰线没有碰到竖线的差别才值得看；各单位承担的事难易不同',
      chart: againstWhole(
        pairs.flatMap(({ own: { metric, rate: value, low, high, denominator }, all }) =>
          value === null
            ? []
            : [{ name: metric.name, rate: value, low, high, n: denominator, whole: all.rate }],
        ),
        '全部单位',
        whole,
      ),
      columns: ['指标', '本单位', '分子', '分母', '95% 区间', '全部单位', '全部单位分母', '与各单位比'],
      cells: pairs.map(({ id, own: o, all }) => [
        o.metric.name,
        rateWords(o),
        countWords(o.numerator),
        countWords(o.denominator),
        boundsWords(o),
        rateWords(all),
        countWords(all.denominator),
        VERDICTS[verdictOf(unit, id, whole.cube)],
      ]),
      definitions: pairs.map(({ own: o }) => [o.metric.name, o.definition]),
    }),
  ];
}

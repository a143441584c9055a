import { LEAST } from '../../../pipeline/outcome/compare-departments.ts';
import { sumBy } from '../../../pipeline/outcome/cube.ts';
import { type Rate, rates } from '../../../pipeline/outcome/rate.ts';
import { quantileOf, replyDays } from '../../../pipeline/outcome/reply-days.ts';
import { ratesByGroup } from '../../charts/rates-by-group.ts';
import { counted } from '../../counted.ts';
import { figure } from '../../figure.ts';
import { figureBy } from '../../figure-by.ts';
import { boundsWords, countWords, rateWords } from '../../rate-words.ts';
import { UNKNOWN, type View } from '../../view.ts';
import { ROLE_WORDS } from '../../words.ts';

const DIMENSIONS = [
  ['department', '承办单位'],
  ['topic_name', '主题'],
  ['district', '地区'],
  ['role', '承办方式'],
] as const;
type By = (typeof DIMENSIONS)[number][0];

/** On time, late, how long and sent back, by department, topic, district or role. */
export function groupFigure(view: View): HTMLElement {
  return figureBy('时效按', DIMENSIONS, view, (by, title) => drawn(by, title, view));
}

function drawn(by: By, title: string, view: View): HTMLElement {
  // Departments and roles are compared by answers, all else as the page counts.
  const per = by === 'department' || by === 'role' ? '件次' : view.per;
  const of = (id: string) => rates(view.cube, id, by, { per });
  const [onTime, late, returned] = [of('on_time_rate'), of('late_rate'), of('returned_rate')];
  const own = per === '件次' ? view.cube : counted(view, view.cube);
  const days = view.cube.measures.has('days_to_reply') ? replyDays(own, by) : null;
  const answers = [...sumBy(own, by, 'answers')].filter(([, n]) => n !== 0).sort((a, b) => b[1] - a[1]);
  const name = (value: unknown) =>
    (by === 'role' ? ROLE_WORDS[String(value)] : undefined) ?? String(value ?? UNKNOWN);
  const least = answers.length > 25 ? LEAST : 1;
  const shown = answers.flatMap(([value]) => {
    const r = onTime.get(value);
    return r === undefined || r.rate === null || r.denominator < least ? [] : [{ group: name(value), r }];
  });
  const few = least > 1 ? `图中只画 ${LEAST} ${per}以上的，其余见数据表；` : '';
  return figure({
    title: `按时办复率，按${title}`,
    note: `${few}按${per}多少排列，括号内为能判断是否按时的${per}数，灰线为 95% 区间：互相重叠的不能说有快慢；用时、逾期和退办见数据表`,
    chart:
      shown.length === 0
        ? null
        : ratesByGroup(
            shown.map(({ group, r }) => ({
              group,
              name: r.metric.name,
              rate: r.rate ?? 0,
              low: r.low,
              high: r.high,
              n: r.denominator,
            })),
            view,
          ),
    columns: [
      '',
      `应答复${per}数`,
      '按时办复率',
      '可判断',
      '95% 区间',
      '逾期',
      '用时中位数（天）',
      '九成不超过（天）',
      '算得出用时',
      '退办',
      '退办率',
    ],
    cells: answers.map(([value, n]) => {
      const own = days?.get(value);
      const back = returned.get(value);
      return [
        name(value),
        countWords(n),
        ...rateCells(onTime.get(value)),
        countWords(late.get(value)?.numerator ?? 0),
        (own && quantileOf(own, 0.5)) ?? '—',
        (own && quantileOf(own, 0.9)) ?? '—',
        own?.length ?? '—',
        back === undefined || back.denominator === 0 ? '—' : countWords(back.numerator),
        back === undefined ? '—' : rateWords(back),
      ];
    }),
    definitions: [onTime, returned].flatMap((by) => {
      const [first] = by.values();
      return first === undefined ? [] : [[first.metric.name, first.definition] as [string, string]];
    }),
  });
}

function rateCells(rate: Rate | undefined): (string | number)[] {
  if (rate === undefined) return ['—', 0, '—'];
  return [rateWords(rate), countWords(rate.denominator), boundsWords(rate)];
}

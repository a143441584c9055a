import {
  compareDepartments,
  departmentCells,
  type Standing,
} from '../../../pipeline/outcome/compare-departments.ts';
import { rate } from '../../../pipeline/outcome/rate.ts';
import { wilson } from '../../../pipeline/outcome/wilson.ts';
import { departmentFigure, VERDICTS } from '../../department-figure.ts';
import { dataTable, h } from '../../dom.ts';
import { current, go } from '../../navigate.ts';
import { options } from '../../options.ts';
import { boundsWords, rateWords } from '../../rate-words.ts';
import { showMore } from '../../show-more.ts';
import { unitLink } from '../../unit-link.ts';
import type { View } from '../../view.ts';

const METRICS = [
  ['solved_rate', '解决率'],
  ['on_time_rate', '按时办复率'],
  ['satisfied_rate', '满意率'],
  ['met_rate', '面商率'],
] as const;
type MetricId = (typeof METRICS)[number][0];

/** What the reader compares by; kept while the page is open. */
let chosen: MetricId = 'solved_rate';

/** Departments by the metric that the reader chooses: the funnel, and every department with what it rests on. */
export function comparisonSection(view: View): HTMLElement {
  const place = h('section', {});
  const offered = METRICS.filter(([id]) => rate(view.cube, id, { per: '件次' }).denominator !== 0);
  const show = () => {
    const [metric, name] = offered.find(([id]) => id === chosen) ?? offered[0] ?? METRICS[0];
    const buttons = options('比较', offered, metric, (next) => {
      chosen = next;
      show();
    });
    const { standings } = compareDepartments(departmentCells(view.cube, metric));
    place.replaceChildren(
      offered.length > 1 ? buttons : '',
      opensUnits(departmentFigure(metric, view)),
      ...table(name, standings),
    );
  };
  show();
  return place;
}

/** With the mouse a dot opens its department; the table below has the same as links. */
function opensUnits(figure: HTMLElement): HTMLElement {
  for (const dot of figure.querySelectorAll('.chart [aria-label="dot"] circle')) {
    const title = dot.textContent ?? '';
    const unit = title.slice(0, title.lastIndexOf('：'));
    dot.classList.add('opens');
    dot.addEventListener('click', () =>
      go({ tab: 'departments', unit, filters: { ...current().filters, department: null } }),
    );
  }
  return figure;
}

/** Those who answer most come first: an order by rate would read as a league table. */
function table(name: string, standings: readonly Standing[]): Node[] {
  if (standings.length === 0) return [];
  const byAnswers = [...standings].sort(
    (a, b) => b.denominator - a.denominator || (a.department < b.department ? -1 : 1),
  );
  return [
    h('h3', {}, `各单位${name}`),
    h(
      'p',
      { class: 'note' },
      '按件次多少排列。“收缩后”把件次少的单位向平均拉近，免得一两件事定高低；“按主题应有”是同样主题的事按全部单位的平均能有多少。点单位名称或图上的点看它的专页。',
    ),
    showMore(byAnswers.length, 30, (shown) => [
      dataTable(
        ['承办单位', '计入件次', name, '95% 区间', '收缩后', '按主题应有', '判断'],
        byAnswers.slice(0, shown).map((s) => {
          const [low, high] = wilson(s.numerator, s.denominator);
          return [
            unitLink(s.department),
            s.denominator,
            `${rateWords(s)}（${s.numerator}）`,
            boundsWords({ low, high, denominator: s.denominator }),
            `${(s.shrunken * 100).toFixed(1)}%`,
            `${((s.expected / s.denominator) * 100).toFixed(1)}%`,
            VERDICTS[s.verdict],
          ];
        }),
      ),
    ]),
  ];
}

import { compareDepartments, type Verdict } from '../../../../pipeline/outcome/compare-departments.ts';
import type { Cube } from '../../../../pipeline/outcome/cube.ts';
import { rate, rates } from '../../../../pipeline/outcome/rate.ts';
import { rateWithDoubt } from '../../../rate-words.ts';

const SAYS: Record<Verdict, string> = {
  few: '件次太少，不与其他单位比较',
  far_below: '明显低于各单位平均',
  below: '低于各单位平均',
  within: '与各单位平均的差别可能只是偶然',
  above: '高于各单位平均',
  far_above: '明显高于各单位平均',
};

/** What a leader may quote of a department: how many answers, on time and solved, and whether that stands apart. */
export function unitSentence(unit: string, own: Cube, whole: Cube): string {
  const reply = rate(own, 'reply_rate', { per: '件次' });
  const withheld = Number.isNaN(reply.denominator) || Number.isNaN(reply.numerator);
  const counted = withheld
    ? `${unit}的件数未公布`
    : `${unit}应答复 ${reply.denominator} 件次，已答复 ${reply.numerator} 件次`;
  const rates = (['on_time_rate', 'solved_rate'] as const).flatMap((id) => {
    const found = rate(own, id, { per: '件次' });
    if (found.rate === null) return [];
    return [`${found.metric.name} ${rateWithDoubt(found)}，${SAYS[verdictOf(unit, id, whole)]}`];
  });
  return `${[counted, ...rates].join('；')}。`;
}

/** Where a department stands in the funnel of a metric; few where it has nothing to count, or nothing to be held to. */
export function verdictOf(unit: string, metric: string, whole: Cube): Verdict {
  const cells = [...rates(whole, metric, 'department', { per: '件次' })].flatMap(([department, r]) =>
    department === null || r.rate === null
      ? []
      : [{ department: String(department), topic: '', numerator: r.numerator, denominator: r.denominator }],
  );
  const { standings } = compareDepartments(cells);
  return standings.length < 2 ? 'few' : (standings.find((s) => s.department === unit)?.verdict ?? 'few');
}

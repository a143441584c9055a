import { compareDepartments, departmentCells } from '../../../pipeline/outcome/compare-departments.ts';
import { sumBy } from '../../../pipeline/outcome/cube.ts';
import type { View } from '../../view.ts';

/** Which departments stand apart in what they solve, beyond what chance does to so many. */
export function comparisonSentence({ cube }: View): string {
  const answers = [...sumBy(cube, 'department', 'answers')].filter(([name, n]) => name !== null && n !== 0);
  const total = answers.reduce((sum, [, n]) => sum + n, 0);
  if (answers.length === 0) return '台账没有写明承办单位。';
  const counted = Number.isNaN(total)
    ? `${answers.length} 个承办单位`
    : `${answers.length} 个承办单位应答复 ${total} 件次`;
  if (answers.length === 1) return `只有 ${counted}，没有可以比较的单位。`;
  const { standings } = compareDepartments(departmentCells(cube, 'solved_rate'));
  const judged = standings.filter((s) => s.verdict !== 'few');
  if (judged.length < 2) return `${counted}；办理结果能判定的件次太少，不比较单位之间的解决率。`;
  const named = (verdict: 'far_above' | 'far_below') =>
    judged.filter((s) => s.verdict === verdict).map((s) => s.department);
  const [high, low] = [named('far_above'), named('far_below')];
  const says = [
    high.length > 0 ? `${listed(high)}明显高于平均` : '',
    low.length > 0 ? `${listed(low)}明显低于平均` : '',
  ].filter(Boolean);
  return says.length === 0
    ? `${counted}；能比较的 ${judged.length} 个单位的解决率都没有超出 99.8% 界限，看不出明显高低。`
    : `${counted}；能比较的 ${judged.length} 个单位中，解决率${says.join('，')}（99.8% 界限外），其余看不出明显高低。`;
}

function listed(names: readonly string[]): string {
  const first = names.slice(0, 4).join('、');
  return names.length > 4 ? `${first}等 ${names.length} 个单位` : first;
}

import { type Family, SMALL } from '../../share/relations.ts';
import { type Figure, type Figures, NOT_APPLICABLE, word } from '../figure.ts';

/**
 * What a figure is counted from: it is printed where all of these are published. Figures that are not here are not: the
 * change on last year among them, since what is publishable differs from year to year.
 */
const FAMILIES: Readonly<Record<string, readonly Family[]>> = {
  收到: ['size'],
  立案: ['filing'],
  立案情况: ['filing'],
  提出方式: ['size'],
  承办方式: ['size'],
  层级: ['size'],
  应答复: ['size'],
  未交办: ['assignment'],
  已答复: ['reply'],
  未答复: ['reply'],
  办复率: ['reply'],
  按期答复: ['timeliness'],
  按期前提: ['timeliness'],
  按时办复率: ['timeliness'],
  面商: ['meeting'],
  面商前提: ['meeting'],
  面商率: ['meeting'],
  办结率: ['closing'],
  有结果: ['outcome'],
  办理结果: ['outcome', 'conversion'],
  口径未列: ['outcome'],
  采纳率: ['outcome'],
  解决率: ['outcome'],
  有评价: ['result'],
  评价: ['result'],
  满意: ['result'],
  满意率: ['result'],
  '满意率（含基本满意）': ['result'],
  逾期: ['timeliness'],
  逾期分类: ['timeliness', 'reply'],
  首次不满意: ['rehandling'],
  不满意分类: ['rehandling', 'result'],
  承诺: ['promises'],
  承诺未兑现: ['promises'],
};

/** Counts that no other one adds up with: a small one says so. */
const ALONE: ReadonlySet<string> = new Set(['重点']);

/**
 * The figures of a public report: those whose numbers are published, without their cases. What is small, or divides a
 * whole into something small, is not said; a sentence that needs it goes.
 */
export function publicFigures(figures: Figures, shows: (families: readonly Family[]) => boolean): Figures {
  const received = figures.收到?.value ?? 0;
  return Object.fromEntries(
    Object.entries(figures).map(([name, figure]) => {
      if (ALONE.has(name)) return [name, alone(figure, received)];
      if (name === '收到分类')
        return [name, { ...word(`可以公开的提案建议${received}件`), value: figure.value }];
      if (figure.value === null && figure.traces.length === 0) return [name, figure];
      const families = FAMILIES[name];
      const isShown = families && shows(families) && !figure.traces.some(({ ids }) => isSmall(ids.length));
      return [name, isShown ? { ...figure, traces: [] } : NOT_APPLICABLE];
    }),
  );
}

function alone(figure: Figure, received: number): Figure {
  const { value } = figure;
  if (value === null || isSmall(received - value)) return NOT_APPLICABLE;
  return { ...figure, text: isSmall(value) ? `不足${SMALL + 1}件` : figure.text, traces: [] };
}

function isSmall(count: number): boolean {
  return count >= 1 && count <= SMALL;
}

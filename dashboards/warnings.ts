import { has, type Row, rows, text } from './data.ts';
import type { View } from './view.ts';

/**
 * What is right and yet easily misread, of the years, body and department that are looked at; a warning that is about
 * all of them always counts. Empty where the page was written without them.
 */
export function warningsOf({ state: { filters } }: View): Row[] {
  if (!has('data_warnings')) return [];
  const { from, to, body, department } = filters;
  return rows('data_warnings').filter((row) => {
    const year = Number(row.period);
    if (year < (from ?? year) || year > (to ?? year)) return false;
    if (body !== null && row.body !== '全部' && row.body !== body) return false;
    const isOfDepartment = row.kind === '先评价后答复' || row.kind === '小样本百分之百';
    return department === null || !isOfDepartment || text(row.subject).split('：')[0] === department;
  });
}

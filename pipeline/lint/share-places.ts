import type { LintedReport } from './lint.ts';

/** 局长朱勤皓: the head of the office by name; a compound 副局长 is not the head. */
const HEAD = /(?<!副)(?:局长|主任|厅长)(\p{Script=Han}{2,3})(?=对|高度|牵头|多次|亲自|主持|带队|[,，、。])/gu;

/**
 * Two reports of one file with the same head of the same office are of one place: 市民政局 under 局长朱勤皓 is 上海市民政局
 * where the other report says so.
 */
export function sharePlaces(text: string, reports: readonly LintedReport[]): void {
  const places = new Map<string, string>();
  for (const { start, end, unit } of reports)
    for (const key of keysOf(text.slice(start, end), unit))
      if (unit !== null && unit !== bare(unit)) places.set(key, unit);
  for (const report of reports) {
    if (report.unit === null || report.unit !== bare(report.unit)) continue;
    const [fuller] = keysOf(text.slice(report.start, report.end), report.unit).flatMap(
      (key) => places.get(key) ?? [],
    );
    if (fuller !== undefined) Object.assign(report, { unit: fuller, stated: false });
  }
}

function keysOf(text: string, unit: string | null): string[] {
  if (unit === null) return [];
  return [...text.matchAll(HEAD)].map(([, name]) => `${bare(unit)} ${name}`);
}

/** 上海市民政局 → 市民政局 */
function bare(unit: string): string {
  return unit.replace(/^\p{Script=Han}{1,5}?(?=[省市县区州]\p{Script=Han}{2})/u, '');
}

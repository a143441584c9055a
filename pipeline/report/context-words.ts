import { CRITERIA } from './cases.ts';
import { type Figures, word } from './figure.ts';
import type { Scope } from './scope.ts';

/** What the run says of itself. */
export interface RunFacts {
  name: string | null;
  as_of: string | null;
  years: readonly number[];
}

/** The placeholders that are words and no numbers. `cases` names what the figures count. */
export function contextWords(scope: Scope, run: RunFacts, cases: string): Figures {
  const whole = run.name ?? '';
  const self =
    scope.unit === null
      ? ''
      : `我${/[局委厅办院会]$/.exec(scope.unit.replace(/委员会$/, '委').replace(/办公室$/, '办'))?.[0] ?? '单位'}`;
  return {
    单位: word(scope.unit === null ? whole : joinPlace(whole, scope.unit)),
    年度: word(period(scope, run)),
    案件: word(cases),
    自称: word(self === '' ? whole : self),
    由自称: word(self === '' ? '' : `由${self}`),
    件名: word(cases === '政协提案' ? '提案' : cases === '人大代表建议' ? '建议' : '提案建议'),
    收到动词: word(scope.unit === null ? '收到' : '承办'),
    统计日: word(day(run.as_of)),
    案例条件: word(CRITERIA),
  };
}

function period({ year }: Scope, { years }: RunFacts): string {
  const [first, last] = year === null ? [years[0], years.at(-1)] : [year, year];
  if (first === undefined || last === undefined) return '历年';
  return first === last ? `${first}年` : `${first}年至${last}年`;
}

/** 青芦市 and 水利局 → 青芦市水利局; a name that is no place stays apart. */
function joinPlace(whole: string, unit: string): string {
  return /[省市县区州旗盟]$/.test(whole) && !unit.startsWith(whole) ? `${whole}${unit}` : unit;
}

/** 2024-12-31 → 2024年12月31日 */
function day(iso: string | null): string {
  const [year, month, date] = (iso ?? '').split('-').map(Number);
  return year === undefined || month === undefined || date === undefined
    ? '统计日'
    : `${year}年${month}月${date}日`;
}

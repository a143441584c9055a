import iconv from 'iconv-lite';
import type { Case } from '../plan.ts';
import { cppcc2020, cppcc2021, cppcc2022, cppcc2023, cppcc2024 } from './cppcc.ts';
import { npc2020, npc2021, npc2022, npc2023, npc2024 } from './npc.ts';
import { csv } from './sheet.ts';

/** The ledgers of all years, as messy as real ones: path below input/ → bytes. Cases come in the order of numbers. */
export function ledgers(cases: Case[]): Record<string, Uint8Array> {
  const of = (body: string, year: number) => cases.filter((c) => c.body === body && c.year === year);
  const withBom = (text: string) => Buffer.from(`\uFEFF${text}`);
  return {
    '2020年/政协提案办理台账2020.csv': iconv.encode(csv(cppcc2020(of('政协', 2020))), 'gb18030'),
    '2020年/2020年人大代表建议.xlsx': npc2020(of('人大', 2020)),
    '2021年/2021年政协提案办理情况汇总.xlsx': cppcc2021(of('政协', 2021)),
    '2021年/人大建议2021.csv': withBom(csv(npc2021(of('人大', 2021)))),
    '2022年/2022年政协提案分单位台账.xlsx': cppcc2022(of('政协', 2022)),
    '2022年/2022年人大建议办理台账.xls': npc2022(of('人大', 2022)),
    '2023年/2023政协提案.xlsx': cppcc2023(of('政协', 2023)),
    '2023年/2023年人大代表建议办理表.csv': Buffer.from(csv(npc2023(of('人大', 2023)))),
    '2024年/2024年政协提案台账.xlsx': cppcc2024(of('政协', 2024)),
    '2024年/2024年人大建议.csv': withBom(csv(npc2024(of('人大', 2024)))),
  };
}

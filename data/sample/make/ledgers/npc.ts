import { day } from '../codes.ts';
import type { Case } from '../plan.ts';
import * as say from './cells.ts';
import { type Cell, type Column, merge, table, workbook } from './sheet.ts';

/** The ledgers of the deputies' suggestions (人大代表建议), each year in another template. */

const COLUMNS_2020: Column[] = [
  ['序号', (_, index) => index + 1],
  ['建议编号', (c) => c.number],
  ['建议标题', (c) => c.title],
  ['领衔代表', (c) => c.proposer.split('、')[0] ?? null],
  ['联名代表', (c) => c.proposer.split('、').slice(1).join('、')],
  ['代表团', (c) => c.sector],
  ['承办单位', (c) => c.lead],
  ['协办单位', (c) => c.co.join('，')],
  ['交办日期', (c) => day.serial(c.assigned_on)],
  ['答复日期', (c) => day.serial(c.replied_on)],
  ['办理结果', (c) => say.outcome(c)],
  ['见面沟通时间', (c) => day.serial(c.met_on)],
  ['办理态度', (c) => say.first(c)?.attitude ?? null],
  ['满意度', (c) => say.first(c)?.result ?? null],
  ['建议内容', (c) => c.text],
  ['答复意见', (c) => c.reply],
  ['备注', (_, index) => (index === 0 ? '示例数据' : null)],
];

/** Title rows, Excel serial dates, words. */
export function npc2020(cases: Case[]): Uint8Array {
  const titles = [['临澜市人大代表建议、批评和意见办理情况表（2020年）'], ['（示例数据，纯属虚构）'], []];
  const last = COLUMNS_2020.length - 1;
  const rows = [...titles, ...table(COLUMNS_2020, cases)];
  return workbook({ 建议办理: { rows, merges: [merge(0, 0, 0, last), merge(1, 0, 1, last)] } });
}

const COLUMNS_2021: Column[] = [
  ['建议号', (c) => String(c.number)],
  ['标题', (c) => c.title],
  ['提出人', (c) => c.proposer],
  ['代表团', (c) => c.sector],
  ['责任单位', (c) => `主办：${c.lead}${c.co.length > 0 ? `；会办：${c.co.join('、')}` : ''}`],
  ['交办时间', (c) => day.chinese(c.assigned_on)],
  ['办理期限', (c) => day.chinese(c.due_on)],
  ['办结时间', (c) => day.chinese(c.replied_on)],
  ['办理结果', (c) => say.outcome(c)],
  ['是否面商', (c) => (c.met_on ? '是' : '否')],
  ['满意程度', say.final],
  ['全文', (c) => c.text],
  ['复函内容', (c) => c.reply],
];

/** UTF-8 with BOM, Chinese dates, roles inside one cell. */
export function npc2021(cases: Case[]): Cell[][] {
  return table(COLUMNS_2021, cases);
}

const COLUMNS_2022: Column[] = [
  ['编号', (c) => `人大〔2022〕${c.number}号`],
  ['案由', (c) => c.title],
  ['领衔代表', (c) => c.proposer],
  ['代表团', (c) => c.sector],
  ['所属县市区', (c) => c.district],
  ['主办', (c) => c.lead],
  ['协办', (c) => c.co.join(' ')],
  ['交办时间', (c) => day.dots(c.assigned_on)],
  ['答复时间', (c) => day.dots(c.replied_on)],
  ['办理结果', (c) => say.outcome(c)],
  ['面商情况', (c) => (c.met_on ? '已面商' : '未面商')],
  ['代表评价', (c) => say.first(c)?.result ?? null],
  ['二次办理评价', (c) => say.second(c)?.result ?? null],
  ['说明', (c) => c.text],
  ['回复内容', (c) => c.reply],
];

/** The old .xls, two sheets by district. */
export function npc2022(cases: Case[]): Uint8Array {
  const sheet = (list: Case[]) => ({
    rows: [['2022年市人大代表建议办理台账（示例数据）'], ...table(COLUMNS_2022, list)],
  });
  const isWhole = (c: Case) => c.district === '市本级';
  return workbook(
    { 市本级: sheet(cases.filter(isWhole)), 县市区: sheet(cases.filter((c) => !isWhole(c))) },
    'biff8',
  );
}

const COLUMNS_2023: Column[] = [
  ['建议编号', (c) => c.number],
  ['建议题目', (c) => c.title],
  ['建议人', (c) => c.proposer],
  ['所属代表团', (c) => c.sector],
  ['主办单位', (c) => c.lead],
  ['会办单位', (c) => c.co.join('/')],
  ['交办时间', (c) => c.assigned_raw ?? c.assigned_on],
  ['答复时间', (c) => c.replied_on],
  ['结果分类', (c) => say.outcome(c)],
  ['代表意见', say.final],
  ['建议正文', (c) => c.text],
  ['答复内容', (c) => c.reply],
];

/** UTF-8 without BOM. */
export function npc2023(cases: Case[]): Cell[][] {
  return table(COLUMNS_2023, cases);
}

const COLUMNS_2024: Column[] = [
  ['编号', (c) => c.number],
  ['标题', (c) => c.title],
  ['领衔代表', (c) => c.proposer],
  ['代表团', (c) => c.sector],
  ['主办单位', (c) => c.lead],
  ['协办单位', (c) => c.co.join('、')],
  ['提交时间', (c) => c.submitted_on],
  ['交办时间', (c) => c.assigned_on],
  ['答复时间', (c) => c.replied_on],
  ['办理结果', (c) => say.outcome(c)],
  ['面商时间', (c) => c.met_on],
  ['办理态度', (c) => say.first(c)?.attitude ?? null],
  ['满意度', (c) => say.first(c)?.result ?? null],
  ['公开属性', (c) => c.disclosure],
  ['建议内容', (c) => c.text],
  ['答复内容', (c) => c.reply],
];

/** UTF-8 with BOM; planted: the header again in the middle, as printed pages have it. */
export function npc2024(cases: Case[]): Cell[][] {
  const [header = [], ...rows] = table(COLUMNS_2024, cases);
  const middle = Math.floor(rows.length / 2);
  return [header, ...rows.slice(0, middle), header, ...rows.slice(middle)];
}

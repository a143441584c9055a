import { day, letter, padded } from '../codes.ts';
import type { Case } from '../plan.ts';
import * as say from './cells.ts';
import { body, type Cell, type Column, header, merge, table, workbook } from './sheet.ts';

/** The ledgers of the proposals (政协提案), each year in another template. Cases come in the order of their numbers. */

const COLUMNS_2020: Column[] = [
  ['案号', (c) => padded(c.number)],
  ['案由', (c) => c.title],
  ['提案人', (c) => c.proposer],
  ['提案者类别', (c) => c.proposer_type],
  ['界别', (c) => c.sector],
  ['所属地区', (c) => c.district],
  ['主办单位', (c) => `临澜市${c.lead}`],
  ['会办单位', (c) => c.co.join('、')],
  ['提交时间', (c) => day.dots(c.submitted_on)],
  ['交办时间', (c) => day.dots(c.assigned_on)],
  ['办复时间', (c) => day.dots(c.replied_on)],
  ['办理类别', (c) => say.outcome(c, (o) => letter(o, 'A'))],
  ['面商时间', (c) => day.dots(c.met_on)],
  ['委员评价', (c) => say.first(c)?.result ?? null],
  ['是否重点', (c) => (c.key_proposal ? '是' : '否')],
  ['公开属性', (c) => c.disclosure],
  ['提案内容', (c) => c.text],
  ['答复内容', (c) => c.reply],
];

/** Letters, dates with dots. Planted: a total row. */
export function cppcc2020(cases: Case[]): Cell[][] {
  return [...table(COLUMNS_2020, cases), ['合计', `${cases.length}件`]];
}

const COLUMNS_2021: Column[] = [
  ['提案号', (c) => c.number],
  ['题目', (c) => c.title],
  ['第一提案人', (c) => c.proposer],
  ['提案形式', (c) => c.proposer_type],
  ['界别', (c) => c.sector],
  ['主办', (c) => c.lead],
  ['会办', (c) => c.co.join('\n')],
  ['交办时间', (c) => day.short(c.assigned_on)],
  ['答复日期', (c) => day.short(c.replied_on)],
  ['办理等级', (c) => say.outcome(c, (o) => letter(o, 'Ａ类'))],
  ['面商日期', (c) => day.short(c.met_on)],
  ['办理态度', (c) => say.first(c)?.attitude ?? null],
  ['办理结果评价', (c) => say.first(c)?.result ?? null],
  ['退办单位', (c) => c.returned?.department ?? null],
  ['退办时间', (c) => day.short(c.returned?.on ?? null)],
  ['正文', (c) => c.text],
  ['答复全文', (c) => c.reply],
];
/** The upper line of the header: a group and the columns that it spans. */
const GROUPS_2021: [name: string, from: number, to: number][] = [
  ['承办单位', 5, 6],
  ['办理情况', 7, 10],
  ['委员反馈', 11, 12],
  ['退办', 13, 14],
];

/** A merged two-line header, full-width letters, dates without a year, returns. A second sheet of notes. */
export function cppcc2021(cases: Case[]): Uint8Array {
  const grouped = (column: number) => GROUPS_2021.find(([, from, to]) => column >= from && column <= to);
  const names = header(COLUMNS_2021);
  const upper = names.map((name, column) => {
    const group = grouped(column);
    return group ? (group[1] === column ? group[0] : null) : name;
  });
  const lower = names.map((name, column) => (grouped(column) ? name : null));
  const merges = [
    merge(0, 0, 0, names.length - 1),
    merge(1, 0, 1, names.length - 1),
    ...names.flatMap((_, column) => (grouped(column) ? [] : [merge(2, column, 3, column)])),
    ...GROUPS_2021.map(([, from, to]) => merge(2, from, 2, to)),
  ];
  const titles = [['政协临澜市委员会2021年提案办理情况汇总表'], ['示例数据　　填表：提案委员会办公室']];
  const notes = [
    ['填表说明'],
    ['一、本表按提案号排列。'],
    ['二、办理等级：Ａ类已解决，Ｂ类正在解决，Ｃ类列入规划，Ｄ类留作参考。'],
  ];
  return workbook({
    汇总表: { rows: [...titles, upper, lower, ...body(COLUMNS_2021, cases)], merges },
    填表说明: { rows: notes },
  });
}

/** The first five columns tell of the proposal, the others of the department. */
const COLUMNS_2022: Column[] = [
  ['提案编号', (c) => c.number],
  ['提案标题', (c) => c.title],
  ['提案人', (c) => c.proposer],
  ['提案类型', (c) => c.proposer_type],
  ['所属界别', (c) => c.sector],
  ['承办单位', (c) => c.lead],
  ['承办类型', (c) => (c.co.length > 0 ? '主办' : '独办')],
  ['交办时间', (c) => c.assigned_on],
  ['答复时间', (c) => c.replied_on],
  ['办理类别', (c) => say.outcome(c, (o) => letter(o, '甲'))],
  ['面商时间', (c) => c.met_on],
  ['态度评价', (c) => say.first(c)?.attitude ?? null],
  ['结果满意度', (c) => say.first(c)?.result ?? null],
  ['评价时间', (c) => say.first(c)?.on ?? null],
  ['二次评价', (c) => say.second(c)?.result ?? null],
  ['二次评价时间', (c) => say.second(c)?.on ?? null],
  ['跟踪办理结果', say.laterOutcome],
  ['跟踪办理时间', say.laterOn],
  ['承诺事项', say.promised],
  ['承诺时限', say.promisedBy],
  ['承诺兑现时间', say.fulfilledOn],
  ['内容', (c) => c.text],
  ['办理答复', (c) => c.reply],
];

/** One row per department, the proposal's cells merged, letters 甲乙丙丁, follow-up and promises. */
export function cppcc2022(cases: Case[]): Uint8Array {
  const rows: Cell[][] = [['2022年度市政协提案分单位办理台账（示例数据）'], header(COLUMNS_2022)];
  const merges = [merge(0, 0, 0, COLUMNS_2022.length - 1)];
  for (const c of cases) {
    const at = rows.length;
    rows.push(...body(COLUMNS_2022, [c]));
    for (const [i, name] of c.co.entries()) {
      rows.push([null, null, null, null, null, name, '会办', c.assigned_on, c.co_replied_on[i] ?? null]);
    }
    if (c.co.length > 0)
      merges.push(...[0, 1, 2, 3, 4].map((column) => merge(at, column, at + c.co.length, column)));
  }
  return workbook({ 分单位: { rows, merges } });
}

/** Several departments in a cell with their roles, dates in Chinese numerals, an unknown column, follow-up. */
export function cppcc2023(cases: Case[]): Uint8Array {
  const columns: Column[] = [
    ['流水号', (c) => c.number],
    ['案由', (c) => c.title],
    ['提案者', (c) => c.proposer],
    ['提案人类别', (c) => c.proposer_type],
    ['界别党派', (c) => c.sector],
    ['区县', (c) => c.district],
    ['审查结果', (c) => c.filed],
    ['并入案号', mergedInto(cases)],
    ['承办单位', (c) => [`${c.lead}（主办）`, ...c.co.map((name) => `${name}（会办）`)].join('、')],
    ['转办时间', (c) => day.han(c.assigned_on)],
    ['办复日期', (c) => day.han(c.replied_on)],
    ['办理结果', (c) => say.outcome(c)],
    ['调整后结果', say.laterOutcome],
    ['调整时间', say.laterOn],
    ['走访时间', (c) => day.han(c.met_on)],
    ['对办理态度', (c) => say.first(c)?.attitude ?? null],
    ['对办理结果', (c) => say.first(c)?.result ?? null],
    ['承诺事项', say.promised],
    ['承诺期限', say.promisedBy],
    ['兑现时间', say.fulfilledOn],
    ['是否重点', (c) => (c.key_proposal ? '√' : null)],
    ['是否公开', (c) => c.disclosure],
    ['督办领导批示', (c) => (c.key_proposal ? '请主办单位专题研究' : null)],
    ['情况与问题', (c) => c.text],
    ['答复', (c) => c.reply],
  ];
  return workbook({ '2023': { rows: [['2023年政协提案（示例数据）'], [], ...table(columns, cases)] } });
}

/** No texts: they are Word files beside the ledger. */
export function cppcc2024(cases: Case[]): Uint8Array {
  const columns: Column[] = [
    ['提案号', (c) => padded(c.number)],
    ['提案名称', (c) => c.title],
    ['提案人', (c) => c.proposer],
    ['提案形式', (c) => c.proposer_type],
    ['界别', (c) => c.sector],
    ['所在地区', (c) => c.district],
    ['立案情况', (c) => c.filed],
    ['并案', mergedInto(cases)],
    ['主办单位', (c) => c.lead],
    ['会办单位', (c) => c.co.join('；')],
    ['提交日期', (c) => day.serial(c.submitted_on)],
    ['交办日期', (c) => day.serial(c.assigned_on)],
    ['应办结日期', (c) => day.serial(c.due_on)],
    ['办结日期', (c) => day.serial(c.replied_on)],
    ['办理结果', (c) => say.outcome(c)],
    ['面商日期', (c) => day.serial(c.met_on)],
    ['办理态度', (c) => say.first(c)?.attitude ?? null],
    ['反馈意见', (c) => say.first(c)?.result ?? null],
    ['反馈日期', (c) => day.serial(say.first(c)?.on ?? null)],
    ['再次评价', (c) => say.second(c)?.result ?? null],
    ['再次反馈时间', (c) => day.serial(say.second(c)?.on ?? null)],
    ['承诺内容', say.promised],
    ['承诺完成时间', (c) => day.serial(say.promisedBy(c))],
    ['落实时间', (c) => day.serial(say.fulfilledOn(c))],
    ['重点提案', (c) => (c.key_proposal ? '是' : '否')],
    ['公开方式', (c) => c.disclosure],
    ['答复', (c) => c.reply],
  ];
  const rows = [['政协临澜市委员会2024年提案办理台账'], ['示例数据'], ...table(columns, cases)];
  return workbook({ 台账: { rows, merges: [merge(0, 0, 0, columns.length - 1)] } });
}

/** The number of the case into which a case was merged. */
function mergedInto(cases: readonly Case[]): (c: Case) => Cell {
  const numbers = new Map(cases.map((c) => [c.key, c.number]));
  return (c) => (c.merged_into === null ? null : padded(numbers.get(c.merged_into) ?? 0));
}

import { type Range, utils, write } from '@e965/xlsx';
import iconv from 'iconv-lite';
import { day, later, letter, padded, promise, word } from './codes.ts';
import type { Case } from './plan.ts';

type Cell = string | number | null;

/** The ledgers of all years, as messy as real ones: path below input/ → bytes. Each year another template. */
export function ledgers(cases: Case[]): Record<string, Uint8Array> {
  const of = (body: string, year: number) =>
    cases.filter((c) => c.body === body && c.year === year).sort((a, b) => a.number - b.number);
  return {
    '2020年/政协提案办理台账2020.csv': iconv.encode(csv(cppcc2020(of('政协', 2020))), 'gb18030'),
    '2020年/2020年人大代表建议.xlsx': npc2020(of('人大', 2020)),
    '2021年/2021年政协提案办理情况汇总.xlsx': cppcc2021(of('政协', 2021)),
    '2021年/人大建议2021.csv': Buffer.from(`\uFEFF${csv(npc2021(of('人大', 2021)))}`),
    '2022年/2022年政协提案分单位台账.xlsx': cppcc2022(of('政协', 2022)),
    '2022年/2022年人大建议办理台账.xls': npc2022(of('人大', 2022)),
    '2023年/2023政协提案.xlsx': cppcc2023(of('政协', 2023)),
    '2023年/2023年人大代表建议办理表.csv': Buffer.from(csv(npc2023(of('人大', 2023)))),
    '2024年/2024年政协提案台账.xlsx': cppcc2024(of('政协', 2024)),
    '2024年/2024年人大建议.csv': Buffer.from(`\uFEFF${csv(npc2024(of('人大', 2024)))}`),
  };
}

function csv(rows: Cell[][]): string {
  const cell = (c: Cell) =>
    c !== null && /[",\n]/.test(String(c)) ? `"${String(c).replaceAll('"', '""')}"` : String(c ?? '');
  return rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('');
}

function workbook(
  sheets: Record<string, { rows: Cell[][]; merges?: Range[] }>,
  bookType: 'xlsx' | 'biff8' = 'xlsx',
): Uint8Array {
  const book = utils.book_new();
  for (const [name, { rows, merges }] of Object.entries(sheets)) {
    const sheet = utils.aoa_to_sheet(rows);
    if (merges) sheet['!merges'] = merges;
    utils.book_append_sheet(book, sheet, name);
  }
  return write(book, { type: 'buffer', bookType, compression: true });
}

const merge = (r1: number, c1: number, r2: number, c2: number): Range => ({
  s: { r: r1, c: c1 },
  e: { r: r2, c: c2 },
});

/** GB18030, letters, dates with dots. Planted: a total row, a number that stands twice. */
function cppcc2020(cases: Case[]): Cell[][] {
  const header = [
    '案号',
    '案由',
    '提案人',
    '提案者类别',
    '界别',
    '所属地区',
    '主办单位',
    '会办单位',
    '提交时间',
    '交办时间',
    '办复时间',
    '办理类别',
    '面商时间',
    '委员评价',
    '是否重点',
    '公开属性',
    '提案内容',
    '答复内容',
  ];
  const rows = cases.map((c): Cell[] => [
    padded(c.number),
    c.title,
    c.proposer,
    c.proposer_type,
    c.sector,
    c.district,
    `临澜市${c.lead}`,
    c.co.join('、'),
    day.dots(c.submitted_on),
    day.dots(c.assigned_on),
    day.dots(c.replied_on),
    c.replied_on ? letter(c.outcome, 'A') : null,
    day.dots(c.met_on),
    c.feedback[0]?.result ?? null,
    c.key_proposal ? '是' : '否',
    c.disclosure,
    c.text,
    c.reply,
  ]);
  return [header, ...rows, ['合计', `${cases.length}件`]];
}

/** Title rows, Excel serial dates, words. */
function npc2020(cases: Case[]): Uint8Array {
  const title = ['临澜市人大代表建议、批评和意见办理情况表（2020年）'];
  const header = [
    '序号',
    '建议编号',
    '建议标题',
    '领衔代表',
    '联名代表',
    '代表团',
    '承办单位',
    '协办单位',
    '交办日期',
    '答复日期',
    '办理结果',
    '见面沟通时间',
    '办理态度',
    '满意度',
    '建议内容',
    '答复意见',
    '备注',
  ];
  const rows = cases.map((c, i): Cell[] => {
    const [first, ...others] = c.proposer.split('、');
    return [
      i + 1,
      c.number,
      c.title,
      first ?? '',
      others.join('、'),
      c.sector,
      c.lead,
      c.co.join('，'),
      day.serial(c.assigned_on),
      day.serial(c.replied_on),
      c.replied_on ? word(c.outcome) : null,
      day.serial(c.met_on),
      c.feedback[0]?.attitude ?? null,
      c.feedback[0]?.result ?? null,
      c.text,
      c.reply,
      i === 0 ? '示例数据' : null,
    ];
  });
  return workbook({
    建议办理: {
      rows: [title, ['（示例数据，纯属虚构）'], [], header, ...rows],
      merges: [merge(0, 0, 0, 16), merge(1, 0, 1, 16)],
    },
  });
}

/** A merged two-line header, full-width letters, dates without a year, returns. A second sheet of notes. */
function cppcc2021(cases: Case[]): Uint8Array {
  const top = [
    '提案号',
    '题目',
    '第一提案人',
    '提案形式',
    '界别',
    '承办单位',
    null,
    '办理情况',
    null,
    null,
    null,
    '委员反馈',
    null,
    '退办',
    null,
    '正文',
    '答复全文',
  ];
  const sub = [
    null,
    null,
    null,
    null,
    null,
    '主办',
    '会办',
    '交办时间',
    '答复日期',
    '办理等级',
    '面商日期',
    '办理态度',
    '办理结果评价',
    '退办单位',
    '退办时间',
    null,
    null,
  ];
  const rows = cases.map((c): Cell[] => [
    c.number,
    c.title,
    c.proposer,
    c.proposer_type,
    c.sector,
    c.lead,
    c.co.join('\n'),
    day.short(c.assigned_on),
    day.short(c.replied_on),
    c.replied_on ? letter(c.outcome, 'Ａ类') : null,
    day.short(c.met_on),
    c.feedback[0]?.attitude ?? null,
    c.feedback[0]?.result ?? null,
    c.returned?.department ?? null,
    c.returned ? day.short(c.returned.on) : null,
    c.text,
    c.reply,
  ]);
  const single = [0, 1, 2, 3, 4, 15, 16].map((column) => merge(2, column, 3, column));
  const groups = [merge(2, 5, 2, 6), merge(2, 7, 2, 10), merge(2, 11, 2, 12), merge(2, 13, 2, 14)];
  const head: Cell[][] = [
    ['政协临澜市委员会2021年提案办理情况汇总表'],
    ['示例数据　　填表：提案委员会办公室'],
  ];
  const notes: Cell[][] = [
    ['填表说明'],
    ['一、本表按提案号排列。'],
    ['二、办理等级：Ａ类已解决，Ｂ类正在解决，Ｃ类列入规划，Ｄ类留作参考。'],
  ];
  return workbook({
    汇总表: {
      rows: [...head, top, sub, ...rows],
      merges: [merge(0, 0, 0, 16), merge(1, 0, 1, 16), ...single, ...groups],
    },
    填表说明: { rows: notes },
  });
}

/** UTF-8 with BOM, Chinese dates, roles inside one cell. */
function npc2021(cases: Case[]): Cell[][] {
  const header = [
    '建议号',
    '标题',
    '提出人',
    '代表团',
    '责任单位',
    '交办时间',
    '办理期限',
    '办结时间',
    '办理结果',
    '是否面商',
    '满意程度',
    '全文',
    '复函内容',
  ];
  const rows = cases.map((c): Cell[] => [
    String(c.number),
    c.title,
    c.proposer,
    c.sector,
    `主办：${c.lead}${c.co.length > 0 ? `；会办：${c.co.join('、')}` : ''}`,
    day.chinese(c.assigned_on),
    day.chinese(c.due_on),
    day.chinese(c.replied_on),
    c.replied_on ? word(c.outcome) : null,
    c.met_on ? '是' : '否',
    c.feedback.at(-1)?.result ?? null,
    c.text,
    c.reply,
  ]);
  return [header, ...rows];
}

/** One row per department, the proposal's cells merged, letters 甲乙丙丁, follow-up and promises. */
function cppcc2022(cases: Case[]): Uint8Array {
  const header = [
    '提案编号',
    '提案标题',
    '提案人',
    '提案类型',
    '所属界别',
    '承办单位',
    '承办类型',
    '交办时间',
    '答复时间',
    '办理类别',
    '面商时间',
    '态度评价',
    '结果满意度',
    '评价时间',
    '二次评价',
    '二次评价时间',
    '跟踪办理结果',
    '跟踪办理时间',
    '承诺事项',
    '承诺时限',
    '承诺兑现时间',
    '内容',
    '办理答复',
  ];
  const rows: Cell[][] = [['2022年度市政协提案分单位办理台账（示例数据）'], header];
  const merges = [merge(0, 0, 0, header.length - 1)];
  for (const c of cases) {
    const at = rows.length;
    const [laterOutcome, laterOn] = later(c);
    const p = promise(c);
    rows.push([
      c.number,
      c.title,
      c.proposer,
      c.proposer_type,
      c.sector,
      c.lead,
      c.co.length > 0 ? '主办' : '独办',
      c.assigned_on,
      c.replied_on,
      c.replied_on ? letter(c.outcome, '甲') : null,
      c.met_on,
      c.feedback[0]?.attitude ?? null,
      c.feedback[0]?.result ?? null,
      c.feedback[0]?.on ?? null,
      c.feedback[1]?.result ?? null,
      c.feedback[1]?.on ?? null,
      laterOutcome,
      laterOn,
      p.item,
      p.due,
      p.fulfilled,
      c.text,
      c.reply,
    ]);
    for (const [i, name] of c.co.entries())
      rows.push([null, null, null, null, null, name, '会办', c.assigned_on, c.co_replied_on[i] ?? null]);
    if (c.co.length > 0)
      merges.push(...[0, 1, 2, 3, 4].map((column) => merge(at, column, at + c.co.length, column)));
  }
  return workbook({ 分单位: { rows, merges } });
}

/** The old .xls, two sheets by district. */
function npc2022(cases: Case[]): Uint8Array {
  const header = [
    '编号',
    '案由',
    '领衔代表',
    '代表团',
    '所属县市区',
    '主办',
    '协办',
    '交办时间',
    '答复时间',
    '办理结果',
    '面商情况',
    '代表评价',
    '二次办理评价',
    '说明',
    '回复内容',
  ];
  const rows = (list: Case[]): Cell[][] => [
    ['2022年市人大代表建议办理台账（示例数据）'],
    header,
    ...list.map((c): Cell[] => [
      `人大〔2022〕${c.number}号`,
      c.title,
      c.proposer,
      c.sector,
      c.district,
      c.lead,
      c.co.join(' '),
      day.dots(c.assigned_on),
      day.dots(c.replied_on),
      c.replied_on ? word(c.outcome) : null,
      c.met_on ? '已面商' : '未面商',
      c.feedback[0]?.result ?? null,
      c.feedback[1]?.result ?? null,
      c.text,
      c.reply,
    ]),
  ];
  const whole = cases.filter((c) => c.district === '市本级');
  return workbook(
    { 市本级: { rows: rows(whole) }, 县市区: { rows: rows(cases.filter((c) => !whole.includes(c))) } },
    'biff8',
  );
}

/** Several departments in a cell with their roles, Chinese-numeral dates, an unknown column. */
function cppcc2023(cases: Case[]): Uint8Array {
  const header = [
    '流水号',
    '案由',
    '提案者',
    '提案人类别',
    '界别党派',
    '区县',
    '审查结果',
    '并入案号',
    '承办单位',
    '转办时间',
    '办复日期',
    '办理结果',
    '调整后结果',
    '调整时间',
    '走访时间',
    '对办理态度',
    '对办理结果',
    '承诺事项',
    '承诺期限',
    '兑现时间',
    '是否重点',
    '是否公开',
    '督办领导批示',
    '情况与问题',
    '答复',
  ];
  const number = new Map(cases.map((c) => [c.key, c.number]));
  const rows = cases.map((c): Cell[] => {
    const [laterOutcome, laterOn] = later(c);
    const p = promise(c);
    return [
      c.number,
      c.title,
      c.proposer,
      c.proposer_type,
      c.sector,
      c.district,
      c.filed,
      c.merged_into ? padded(number.get(c.merged_into) ?? 0) : null,
      [`${c.lead}（主办）`, ...c.co.map((d) => `${d}（会办）`)].join('、'),
      day.han(c.assigned_on),
      day.han(c.replied_on),
      c.replied_on ? word(c.outcome) : null,
      laterOutcome,
      laterOn,
      day.han(c.met_on),
      c.feedback[0]?.attitude ?? null,
      c.feedback[0]?.result ?? null,
      p.item,
      p.due,
      p.fulfilled,
      c.key_proposal ? '√' : null,
      c.disclosure,
      c.key_proposal ? '请主办单位专题研究' : null,
      c.text,
      c.reply,
    ];
  });
  return workbook({ '2023': { rows: [['2023年政协提案（示例数据）'], [], header, ...rows] } });
}

/** UTF-8 without BOM; planted: an answer before assignment, an unknown code, an unreadable day. */
function npc2023(cases: Case[]): Cell[][] {
  const header = [
    '建议编号',
    '建议题目',
    '建议人',
    '所属代表团',
    '主办单位',
    '会办单位',
    '交办时间',
    '答复时间',
    '结果分类',
    '代表意见',
    '建议正文',
    '答复内容',
  ];
  const rows = cases.map((c, i): Cell[] => [
    c.number,
    c.title,
    c.proposer,
    c.sector,
    c.lead,
    c.co.join('/'),
    i === 2 ? '2023年13月5日' : c.assigned_on,
    i === 4 ? '2023-02-01' : c.replied_on,
    c.replied_on ? (i === 6 ? 'E' : word(c.outcome)) : null,
    c.feedback.at(-1)?.result ?? null,
    c.text,
    c.reply,
  ]);
  return [header, ...rows];
}

/** No texts: they are Word files beside the ledger. */
function cppcc2024(cases: Case[]): Uint8Array {
  const header = [
    '提案号',
    '提案名称',
    '提案人',
    '提案形式',
    '界别',
    '所在地区',
    '立案情况',
    '并案',
    '主办单位',
    '会办单位',
    '提交日期',
    '交办日期',
    '应办结日期',
    '办结日期',
    '办理结果',
    '面商日期',
    '办理态度',
    '反馈意见',
    '反馈日期',
    '再次评价',
    '再次反馈时间',
    '承诺内容',
    '承诺完成时间',
    '落实时间',
    '重点提案',
    '公开方式',
    '答复',
  ];
  const number = new Map(cases.map((c) => [c.key, c.number]));
  const rows = cases.map((c): Cell[] => {
    const p = promise(c);
    return [
      padded(c.number),
      c.title,
      c.proposer,
      c.proposer_type,
      c.sector,
      c.district,
      c.filed,
      c.merged_into ? padded(number.get(c.merged_into) ?? 0) : null,
      c.lead,
      c.co.join('；'),
      day.serial(c.submitted_on),
      day.serial(c.assigned_on),
      day.serial(c.due_on),
      day.serial(c.replied_on),
      c.replied_on ? word(c.outcome) : null,
      day.serial(c.met_on),
      c.feedback[0]?.attitude ?? null,
      c.feedback[0]?.result ?? null,
      c.feedback[0] ? day.serial(c.feedback[0].on) : null,
      c.feedback[1]?.result ?? null,
      c.feedback[1] ? day.serial(c.feedback[1].on) : null,
      p.item,
      day.serial(p.due),
      day.serial(p.fulfilled),
      c.key_proposal ? '是' : '否',
      c.disclosure,
      c.reply,
    ];
  });
  return workbook({
    台账: {
      rows: [['政协临澜市委员会2024年提案办理台账'], ['示例数据'], header, ...rows],
      merges: [merge(0, 0, 0, 26)],
    },
  });
}

/** UTF-8 with BOM, a repeated header as printed pages have it. */
function npc2024(cases: Case[]): Cell[][] {
  const header = [
    '编号',
    '标题',
    '领衔代表',
    '代表团',
    '主办单位',
    '协办单位',
    '提交时间',
    '交办时间',
    '答复时间',
    '办理结果',
    '面商时间',
    '办理态度',
    '满意度',
    '公开属性',
    '建议内容',
    '答复内容',
  ];
  const rows = cases.map((c): Cell[] => [
    c.number,
    c.title,
    c.proposer,
    c.sector,
    c.lead,
    c.co.join('、'),
    c.submitted_on,
    c.assigned_on,
    c.replied_on,
    c.replied_on ? word(c.outcome) : null,
    c.met_on,
    c.feedback[0]?.attitude ?? null,
    c.feedback[0]?.result ?? null,
    c.disclosure,
    c.text,
    c.reply,
  ]);
  const middle = Math.floor(rows.length / 2);
  return [header, ...rows.slice(0, middle), header, ...rows.slice(middle)];
}

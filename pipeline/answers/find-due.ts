/** A time by which something is to be done, as an answer words it. */
export interface Due {
  /** Last day of the period, ISO; null where it hangs on a reply date that is not known. */
  day: string | null;
  /** Where the words stand in the folded text. */
  from: number;
  to: number;
  /** The words set a limit (前 年内 期间), so that they speak of the future without another word for it. */
  isLimit: boolean;
}

const N = '(?:\\d{1,3}|[一二两三四五六七八九十]{1,3})';
const YEAR = '(?:(?:19|20)\\d{2}|[〇零一二三四五六七八九]{4})年|今年|本年度?|当年|明年|次年|来年|后年';
const LIMIT = '(?:以前|之前|前|以内|之内|内|期间)?';

/** Periods within a year: last month and day; day 0 is the last of the month. */
const PARTS: Record<string, [month: number, day: number]> = {
  年底: [12, 31],
  底: [12, 31],
  年末: [12, 31],
  末: [12, 31],
  年内: [12, 31],
  内: [12, 31],
  年中: [6, 30],
  年初: [3, 31],
  初: [3, 31],
  上半年: [6, 30],
  下半年: [12, 31],
  一季度: [3, 31],
  二季度: [6, 30],
  三季度: [9, 30],
  四季度: [12, 31],
  年度: [12, 31],
};
const TENTHS: Record<string, number> = { 上旬: 10, 初: 10, 中旬: 20 };
/** 五年规划：the last year of each. */
const PLANS: Record<string, number> = { 十三五: 2020, 十四五: 2025, 十五五: 2030, 十六五: 2035 };

interface Reader {
  pattern: RegExp;
  read: (groups: (string | undefined)[], replied: string | null) => string | null;
}

const READERS: Reader[] = [
  {
    // 2025年6月30日前 · 明年九月 · 6月底前 · 6月中旬
    pattern: new RegExp(
      `(${YEAR})?年?(${N})月(?:份)?(?:(${N})[日号]|(上旬|中旬|下旬|初|底|末))?${LIMIT}`,
      'g',
    ),
    read: ([, year, month, day, tenth], replied) => {
      const y = resolveYear(year, replied);
      const d = day === undefined ? (TENTHS[tenth ?? ''] ?? 0) : number(day);
      return y === null ? null : lastDay(y, number(month), d);
    },
  },
  {
    // 2025年底前 · 明年上半年 · 今年第三季度 · 年内
    pattern: new RegExp(
      `(${YEAR})?((?<![\\d一二两三四五六七八九十几多])(?:年底|年末|年内|年中|年初|年度内)|(?<=(?:\\d{4}|[〇零一二三四五六七八九]{4}|[今明次来后本当])年)(?:底|末|内|初)|上半年|下半年|第?([一二三四1-4])季度)${LIMIT}`,
      'g',
    ),
    read: ([, year, part = '', quarter], replied) => {
      const y = resolveYear(year, replied);
      const key = quarter ? `${'一二三四'[number(quarter) - 1] ?? ''}季度` : part.replace('年度内', '年度');
      const [month, day] = PARTS[key] ?? [12, 31];
      return y === null ? null : lastDay(y, month, day);
    },
  },
  {
    // 到2025年 · 2025年，将 · 计划2025年全面建成 · 2025年前
    pattern: new RegExp(
      `(?<=^|[,:到至在于]|力争|计划|预计|拟|争取|将)(${YEAR})(?!\\d|[一二三四五六七八九十至到—~-]|底|末|初|内|上|下|第|度|以来|起)(?:以前|之前|前)?`,
      'g',
    ),
    read: ([, year], replied) => {
      const y = resolveYear(year, replied);
      return y === null ? null : `${y}-12-31`;
    },
  },
  {
    // 三个月内 · 用两年时间 · 30个工作日内 is read as so many calendar days
    pattern: new RegExp(`(${N})(个月|年|周|天|日|个工作日|个季度)(?:以内|之内|内|时间)(?!的)`, 'g'),
    read: ([, count, unit], replied) => (replied === null ? null : after(replied, number(count), unit ?? '')),
  },
  {
    pattern: /本月底|月底前|下个?月底?|本季度末?|下个?季度末?/g,
    read: ([word = ''], replied) => (replied === null ? null : relative(word, replied)),
  },
  {
    pattern: /[“"]?(十[三四五六]五)[”"]?(?:规划)?(?:期间|时期|末|期末|规划期内|规划期|内)/g,
    read: ([, plan]) => `${PLANS[plan ?? ''] ?? ''}-12-31`,
  },
];

/**
 * The times in a folded text, left to right, the longer one where two overlap. A fuzzy time is the last day of its
 * period (上半年 → 06-30, 中旬 → 20th); without a year the first such day on or after the reply.
 */
export function findDue(
  folded: string,
  replied: string | null,
  seasons: readonly (readonly [name: string, day: string])[],
): Due[] {
  const found = READERS.flatMap(({ pattern, read }) =>
    [...folded.matchAll(pattern)].map((m) => due(m.index, m[0], read([...m], replied))),
  );
  const all = [...found, ...findSeasons(folded, replied, seasons)];
  const sorted = all.sort((a, b) => b.to - b.from - (a.to - a.from) || a.from - b.from);
  const kept: Due[] = [];
  for (const one of sorted) if (!kept.some((k) => one.from < k.to && one.to > k.from)) kept.push(one);
  return kept.sort((a, b) => a.from - b.from);
}

function due(from: number, words: string, day: string | null): Due {
  const isLimit = /(?:前|期间|年内|月内|季度内|年度内)$/.test(words);
  return { day, from, to: from + words.length, isLimit };
}

function findSeasons(
  folded: string,
  replied: string | null,
  seasons: readonly (readonly [string, string])[],
): Due[] {
  if (seasons.length === 0) return [];
  const pattern = new RegExp(`(${YEAR})?(${seasons.map(([name]) => name).join('|')})`, 'g');
  const days = new Map(seasons);
  return [...folded.matchAll(pattern)].map((m) => {
    const day = days.get(m[2] ?? '') ?? '';
    const year = resolveYear(m[1], replied);
    const own = year === null ? null : `${year}-${day}`;
    const isPast = own !== null && m[1] === undefined && replied !== null && own < replied;
    return due(m.index, m[0], isPast && year !== null ? `${year + 1}-${day}` : own);
  });
}

function resolveYear(word: string | undefined, replied: string | null): number | null {
  const stated = /^(\d{4})年$/.exec(word ?? '')?.[1];
  if (stated) return Number(stated);
  const digits = /^([〇零一二三四五六七八九]{4})年$/.exec(word ?? '')?.[1];
  if (digits)
    return Number([...digits.replaceAll('零', '〇')].map((d) => '〇一二三四五六七八九'.indexOf(d)).join(''));
  if (replied === null) return null;
  const year = Number(replied.slice(0, 4));
  if (word === '后年') return year + 2;
  return /^[明次来]年$/.test(word ?? '') ? year + 1 : year;
}

/** 12 · 十二 · 两 */
function number(word: string | undefined): number {
  const text = (word ?? '').replace('两', '二');
  if (/^\d+$/.test(text)) return Number(text);
  const digit = (char: string | undefined) => '〇一二三四五六七八九'.indexOf(char || '〇');
  const [tens, units] = text.includes('十') ? text.split('十') : [undefined, text];
  return (tens === undefined ? 0 : tens === '' ? 10 : digit(tens) * 10) + digit(units);
}

/** Day 0, and one that the month does not have, is its last; null for a month that does not exist. */
function lastDay(year: number, month: number, day: number): string | null {
  if (month < 1 || month > 12) return null;
  const last = new Date(Date.UTC(year, month, 0)).getUTCDate();
  return iso(year, month, day < 1 || day > last ? last : day);
}

function iso(year: number, month: number, day: number): string {
  return new Date(Date.UTC(year, month - 1, day)).toISOString().slice(0, 10);
}

const MONTHS: Record<string, number> = { 个月: 1, 个季度: 3, 年: 12 };
const DAYS: Record<string, number> = { 周: 7, 天: 1, 日: 1, 个工作日: 1 };

function after(replied: string, count: number, unit: string): string {
  const [year = 0, month = 0, day = 0] = replied.split('-').map(Number);
  const months = MONTHS[unit];
  if (months === undefined) return iso(year, month, day + count * (DAYS[unit] ?? 1));
  const total = month - 1 + count * months;
  return lastDay(year + Math.floor(total / 12), (total % 12) + 1, day) ?? '';
}

function relative(word: string, replied: string): string {
  const [year = 0, month = 0] = replied.split('-').map(Number);
  const next = word.startsWith('下') ? 1 : 0;
  const last = word.includes('季度') ? (Math.floor((month - 1) / 3) + 1 + next) * 3 : month + next;
  return iso(year, last + 1, 0);
}

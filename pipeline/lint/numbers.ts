/** A number as written: 1,054 · 1.2万 · 一千○四十九 · 85.35% · 百分之九十五 · 九成 · 1/10. */
export interface WrittenNumber {
  value: number;
  /** True for %, 百分之, 成 and fractions; `value` is then in percent. */
  percent: boolean;
  /** Digits printed after the point; what rounding is judged by. */
  decimals: number;
  /** Where the number ends in the text. */
  end: number;
}

const DIGITS = new Map(Object.entries({ 零: 0, 〇: 0, '○': 0, 一: 1, 二: 2, 两: 2, 三: 3, 四: 4, 五: 5 }));
for (const [index, char] of ['六', '七', '八', '九'].entries()) DIGITS.set(char, index + 6);
const STEPS = new Map(Object.entries({ 十: 10, 百: 100, 千: 1000 }));
const LARGE = new Map(Object.entries({ 万: 1e4, 亿: 1e8 }));

const ARABIC = /(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d+))?/y;
const CHINESE = /[零〇○一二两三四五六七八九十百千万亿]+(?:点[零〇○一二三四五六七八九]+)?/y;

/** The number that begins at `at` in a folded text, or null. */
export function readNumber(text: string, at: number): WrittenNumber | null {
  if (text.startsWith('百分之百', at)) return percent(100, 0, at + 4);
  if (text.startsWith('百分百', at)) return percent(100, 0, at + 3);
  if (text.startsWith('百分之', at)) {
    const part = readArabic(text, at + 3) ?? readChinese(text, at + 3);
    return part && percent(part.value, part.decimals, part.end);
  }
  const number = readArabic(text, at) ?? readChinese(text, at);
  return number && withSuffix(text, number);
}

function withSuffix(text: string, number: WrittenNumber): WrittenNumber {
  const { value, decimals, end } = number;
  const next = text[end] ?? '';
  if (next === '%') return percent(value, decimals, end + 1);
  if (next === '成' && value <= 10 && !/[立功果为员本都]/.test(text[end + 1] ?? ''))
    return tenths(text, value, end + 1);
  if (next === '/') {
    const below = readArabic(text, end + 1);
    return below && below.value > value && text[below.end] !== '/'
      ? percent((value / below.value) * 100, 1, below.end)
      : number;
  }
  const factor = LARGE.get(next);
  return factor ? { ...number, value: value * factor, end: end + 1 } : number;
}

/** 九成 is 90 %, 九成八 is 98 %. */
function tenths(text: string, value: number, end: number): WrittenNumber {
  const digit = DIGITS.get(text[end] ?? '');
  const alone =
    digit !== undefined && !STEPS.has(text[end + 1] ?? '') && !/[件个家年月]/.test(text[end + 1] ?? '');
  return alone ? percent(value * 10 + digit, 0, end + 1) : percent(value * 10, 0, end);
}

function percent(value: number, decimals: number, end: number): WrittenNumber {
  return { value, percent: true, decimals, end };
}

function readArabic(text: string, at: number): WrittenNumber | null {
  ARABIC.lastIndex = at;
  const match = ARABIC.exec(text);
  if (!match) return null;
  const decimals = match[2]?.length ?? 0;
  return {
    value: Number(match[0].replaceAll(',', '')),
    percent: false,
    decimals,
    end: at + match[0].length,
  };
}

function readChinese(text: string, at: number): WrittenNumber | null {
  CHINESE.lastIndex = at;
  const match = CHINESE.exec(text)?.[0];
  if (match === undefined) return null;
  const [whole = '', fraction = ''] = match.split('点');
  const value = parseChinese(whole);
  if (value === null) return null;
  const tail = [...fraction].map((char) => DIGITS.get(char)).join('');
  return {
    value: fraction ? Number(`${value}.${tail}`) : value,
    percent: false,
    decimals: tail.length,
    end: at + match.length,
  };
}

/**
 * 一千○四十九 → 1049, 二〇二四 → 2024 (digit by digit), 十 → 10, 三万二 → 32000; null when the characters are no
 * number (万, 百千).
 */
export function parseChinese(text: string): number | null {
  const chars = [...text];
  if (chars.length > 1 && chars.every((char) => DIGITS.has(char)))
    return Number(chars.map((char) => DIGITS.get(char)).join(''));
  let total = 0;
  let section = 0;
  let digit: number | null = null;
  let lastStep = 1;
  for (const char of chars) {
    const large = LARGE.get(char);
    const step = STEPS.get(char);
    if (large) {
      section += digit ?? 0;
      if (section === 0) return null;
      total = (total + section) * large;
      section = 0;
      digit = null;
      lastStep = large;
    } else if (step) {
      if (digit === null && step !== 10) return null;
      section += (digit ?? 1) * step;
      digit = null;
      lastStep = step;
    } else {
      digit = DIGITS.get(char) ?? 0;
      if (digit === 0) lastStep = 10;
    }
  }
  // 三万二 is 32,000 and 一百五 is 150: a last digit without its step counts in the next lower one.
  return total + section + (digit ?? 0) * (chars.length > 1 && lastStep > 10 ? lastStep / 10 : 1);
}

import { inWords, OUTCOME_WORDS, percent, RATING_WORDS } from '../../dashboards/words.ts';
import type { Share } from '../../pipeline/outcome/difference.ts';
import { wilson } from '../../pipeline/outcome/wilson.ts';

export { inWords, OUTCOME_WORDS, percent, RATING_WORDS };

/** An estimate with its 95 % interval. */
interface Estimate {
  value: number;
  low: number;
  high: number;
}

/** 71.1%（431/606，95% 区间 67.4%–74.6%）; without a denominator 无从计算. */
export function rateWords({ numerator, denominator }: Share): string {
  if (denominator === 0) return '无从计算';
  const [low, high] = wilson(numerator, denominator);
  return `${percent(numerator, denominator)}（${numerator}/${denominator}，95% 区间 ${percent(low, 1)}–${percent(high, 1)}）`;
}

/** 高 4.3 个百分点（95% 区间 −3.9 至 12.5 个百分点，可能只是偶然）. */
export function differenceWords(estimate: Estimate | null, more = '高', less = '低'): string {
  if (estimate === null) return '无从比较';
  const { value, low, high } = estimate;
  const verdict = low > 0 || high < 0 ? '超出偶然范围' : '可能只是偶然';
  const says =
    Math.abs(value) < 0.0005 ? '持平' : `${value > 0 ? more : less} ${points(Math.abs(value))} 个百分点`;
  return `${says}（95% 区间 ${points(low)} 至 ${points(high)} 个百分点，${verdict}）`;
}

/** 1.62（95% 区间 0.98–2.67）. */
export function ratioWords(estimate: Estimate | null): string {
  if (estimate === null) return '无从计算';
  return `${estimate.value.toFixed(2)}（95% 区间 ${estimate.low.toFixed(2)}–${estimate.high.toFixed(2)}）`;
}

/** p < 0.001, or p = 0.032. */
export function pWords(p: number): string {
  return p < 0.001 ? 'p < 0.001' : `p = ${p.toFixed(3)}`;
}

/** 甲、乙、丙; after `most` names 等 12 个. */
export function listWords(names: readonly string[], most = 5): string {
  return names.length <= most ? names.join('、') : `${names.slice(0, most).join('、')}等 ${names.length} 个`;
}

/** A share of 1 as percentage points with one decimal and a true minus sign. */
function points(value: number): string {
  const rounded = Math.round(value * 1000) / 10;
  return `${rounded < 0 ? '−' : ''}${Math.abs(rounded).toFixed(1)}`;
}

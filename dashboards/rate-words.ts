import { LEAST } from '../pipeline/outcome/compare-departments.ts';
import type { Rate } from '../pipeline/outcome/rate.ts';
import { bounds, interval, percent } from './words.ts';

/** 41.3%; — where there is nothing to count, 未公布 where a number is withheld. */
export function rateWords({ numerator, denominator }: Pick<Rate, 'numerator' | 'denominator'>): string {
  return Number.isNaN(numerator) || Number.isNaN(denominator) ? '未公布' : percent(numerator, denominator);
}

/** 41.3%（95% 区间 37.4–45.3%，n=600）, with the doubt where n is small. */
export function rateWithDoubt(rate: Pick<Rate, 'numerator' | 'denominator' | 'low' | 'high'>): string {
  if (!(rate.denominator > 0) || Number.isNaN(rate.numerator)) return rateWords(rate);
  return `${rateWords(rate)}（${interval(rate)}${rate.denominator < LEAST ? '，数目太少，只供参考' : ''}）`;
}

/** A count as tables show it. */
export function countWords(count: number): number | string {
  return Number.isNaN(count) ? '未公布' : count;
}

/** 37.4–45.3%; — without a denominator. */
export function boundsWords({ low, high, denominator }: Pick<Rate, 'low' | 'high' | 'denominator'>): string {
  return denominator > 0 ? bounds({ low, high }) : '—';
}

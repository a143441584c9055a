/**
 * `part` of `whole` in percent, rounded half up to `decimals` digits. Counted in whole numbers, because 87.25 and its
 * like are no binary fractions and would round by accident.
 */
export function roundedShare(part: number, whole: number, decimals: number): number {
  const scale = 10 ** decimals;
  const doubled = Math.floor((part * 100 * scale * 2 + whole) / (whole * 2) + 1e-9);
  return doubled / scale;
}

/** True when `printed` percent is `part` of `whole`, rounded half up to the digits that are printed. */
export function bearsOut(part: number, whole: number, printed: number, decimals: number): boolean {
  return whole > 0 && Math.abs(roundedShare(part, whole, decimals) - printed) < 1e-9;
}

/** Sum of decimal figures without the dust of binary fractions. */
export function sumOf(values: readonly number[]): number {
  return Number(values.reduce((total, value) => total + value, 0).toFixed(6));
}

/** How many of `n` make `printed` percent; null when no whole number does. */
export function wholeFor(printed: number, n: number, decimals: number): number | null {
  const near = Math.round((printed * n) / 100);
  const fits = [near - 1, near, near + 1].find((k) => k >= 0 && k <= n && bearsOut(k, n, printed, decimals));
  return fits ?? null;
}

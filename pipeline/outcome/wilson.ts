/** z of a two-sided 95 % interval. */
export const Z95 = 1.959963984540054;

/**
 * The Wilson 95 % interval of a share, as [low, high] in [0, 1] (Wilson 1927, Probable inference …, JASA 22:209–212).
 * [0, 1] for a denominator of 0. The same formula as the macros wilson_low and wilson_high of the marts.
 */
export function wilson(numerator: number, denominator: number): [number, number] {
  if (denominator === 0) return [0, 1];
  const p = numerator / denominator;
  const centre = (p + Z95 ** 2 / (2 * denominator)) / (1 + Z95 ** 2 / denominator);
  const half =
    (Z95 / (1 + Z95 ** 2 / denominator)) *
    Math.sqrt((p * (1 - p)) / denominator + Z95 ** 2 / (4 * denominator ** 2));
  return [Math.max(0, centre - half), Math.min(1, centre + half)];
}

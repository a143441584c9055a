/**
 * k of n as a percentage, rounded half up in whole numbers (no digit forced): 41/46 → 89.1%, 45/48 → 93.8%. Only
 * nothing and all have no decimals (0%, 100%), and nothing else reads 0.0% or 100.0%. k may exceed n: growth of 150 %.
 */
export function share(k: number, n: number): string {
  if (k === 0 || k === n) return k === 0 ? '0%' : '100%';
  for (let decimals = 1; ; decimals++) {
    const unit = 10 ** decimals;
    const rounded = Math.floor((2 * k * 100 * unit + n) / (2 * n));
    if (rounded > 0 && (rounded < 100 * unit || k > n)) return `${(rounded / unit).toFixed(decimals)}%`;
  }
}

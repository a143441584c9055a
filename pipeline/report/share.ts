/**
 * k of n as a percentage, rounded half up in whole numbers (no digit forced): 41/46 → 89.1%, 45/48 → 93.8%. A share
 * that comes out even has no decimals (50%); one that is neither nothing nor all never reads 0.0% or 100.0%.
 */
export function share(k: number, n: number): string {
  if ((k * 100) % n === 0) return `${(k * 100) / n}%`;
  for (let decimals = 1; ; decimals++) {
    const unit = 10 ** decimals;
    const rounded = Math.floor((2 * k * 100 * unit + n) / (2 * n));
    if (rounded > 0 && rounded < 100 * unit) return `${(rounded / unit).toFixed(decimals)}%`;
  }
}

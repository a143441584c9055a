import { gammaln } from 'simple-statistics';

/**
 * Probability that a chi-squared variable of `freedom` degrees (1, 2, …) exceeds `x`, in [0, 1]: the regularised upper
 * incomplete gamma function, by its series or its continued fraction (Press et al. 2007, Numerical Recipes, 6.2).
 */
export function chiSquaredTail(x: number, freedom: number): number {
  if (x <= 0) return 1;
  const [a, z] = [freedom / 2, x / 2];
  const scale = Math.exp(a * Math.log(z) - z - gammaln(a));
  return z < a + 1 ? Math.max(0, 1 - scale * series(a, z)) : Math.min(1, scale * fraction(a, z));
}

const ENOUGH = 1e-15;

function series(a: number, z: number): number {
  let term = 1 / a;
  let total = term;
  for (let n = 1; term > total * ENOUGH; n++) {
    term *= z / (a + n);
    total += term;
  }
  return total;
}

/** Lentz's method. */
function fraction(a: number, z: number): number {
  let b = z + 1 - a;
  let c = 1e300;
  let d = 1 / b;
  let value = d;
  for (let n = 1; n < 10_000; n++) {
    const an = -n * (n - a);
    b += 2;
    d = 1 / (an * d + b);
    c = b + an / c;
    value *= d * c;
    if (Math.abs(d * c - 1) < ENOUGH) break;
  }
  return value;
}

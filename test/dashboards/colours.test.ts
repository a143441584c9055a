import { describe, expect, it } from 'vitest';
import { coloursOf } from '../../dashboards/charts/colour-of.ts';
import { OUTCOME_WORDS, RATING_WORDS } from '../../pipeline/outcome/words.ts';

type Triple = [number, number, number];

/** How colours reach the eye in linear RGB: full severity, Machado, Oliveira and Fernandes 2009, IEEE TVCG 15:1291–1298. */
const EYES: Record<string, [Triple, Triple, Triple]> = {
  usual: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
};

const PALETTES = [OUTCOME_WORDS, RATING_WORDS].map((words) => coloursOf(Object.values(words)));

describe('the colours of outcomes and ratings', () => {
  it.each(Object.keys(EYES))('are more than 12 apart in CIE Lab for %s', (name) => {
    const eye = EYES[name];
    if (!eye) throw new Error(name);
    for (const palette of PALETTES)
      for (const [i, a] of palette.entries())
        for (const b of palette.slice(i + 1))
          expect(distance(toLab(a, eye), toLab(b, eye))).toBeGreaterThan(12);
  });

  it('differ in lightness from the one that they touch, so that grey print keeps them apart', () => {
    for (const palette of PALETTES)
      for (const [i, colour] of palette.slice(1).entries()) {
        const [before, after] = [palette[i] ?? '', colour].map((one) => toLab(one, EYES.usual)[0]);
        expect(Math.abs((after ?? 0) - (before ?? 0))).toBeGreaterThan(5);
      }
  });
});

function distance(a: Triple, b: Triple): number {
  return Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);
}

/** CIE 1976 L*a*b* under D65 of an sRGB colour as an eye sees it. */
function toLab(
  colour: string,
  eye: [Triple, Triple, Triple] = [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
): Triple {
  const linear = [1, 3, 5].map((at) => {
    const c = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  });
  const dot = (row: Triple, v: number[]) => row.reduce((sum, n, i) => sum + n * (v[i] ?? 0), 0);
  const seen = eye.map((row) => Math.max(0, dot(row, linear)));
  const f = (t: number) => (t > 0.008856 ? Math.cbrt(t) : 7.787 * t + 16 / 116);
  const x = f(dot([0.4124, 0.3576, 0.1805], seen) / 0.95047);
  const y = f(dot([0.2126, 0.7152, 0.0722], seen));
  const z = f(dot([0.0193, 0.1192, 0.9505], seen) / 1.08883);
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}

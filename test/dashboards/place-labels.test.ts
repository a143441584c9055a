import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placeLabels } from '../../dashboards/charts/place-labels.ts';

const FRAME = { width: 400, height: 300 };

describe('placeLabels', () => {
  it('lets no two labels overlap and none leave the frame, wherever the points lie', () => {
    const point = fc.record({
      x: fc.integer({ min: 0, max: 400 }),
      y: fc.integer({ min: 0, max: 300 }),
      text: fc.constantFrom('民政局', '人力资源和社会保障局', '水利局'),
    });
    fc.assert(
      fc.property(fc.array(point, { maxLength: 30 }), (points) => {
        const boxes = placeLabels(points, FRAME).flatMap((label, i) => {
          const at = points[i];
          if (!label || !at) return [];
          const half = (label.text.length * 13.5) / 2;
          return [{ left: at.x + label.dx - half, right: at.x + label.dx + half, middle: at.y + label.dy }];
        });
        for (const [i, a] of boxes.entries()) {
          expect(a.left).toBeGreaterThanOrEqual(0);
          expect(a.right).toBeLessThanOrEqual(FRAME.width);
          for (const b of boxes.slice(i + 1))
            expect(a.left >= b.right || b.left >= a.right || Math.abs(a.middle - b.middle) >= 16).toBe(true);
        }
      }),
    );
  });

  it('puts a lone label above its point, and one at the top edge below', () => {
    expect(placeLabels([{ x: 200, y: 100, text: '水利局' }], FRAME)).toEqual([
      { text: '水利局', dx: 0, dy: -13 },
    ]);
    expect(placeLabels([{ x: 200, y: 5, text: '水利局' }], FRAME)).toEqual([
      { text: '水利局', dx: 0, dy: 15 },
    ]);
  });
});

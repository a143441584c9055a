import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { countsByPeriod } from '../../dashboards/charts.ts';
import { drawChart, toPng } from '../../pipeline/report/draw-chart.ts';
import { ROOT } from '../../pipeline/root.ts';

const data = [
  { period: '2023', group: '政协提案', count: 3 },
  { period: '2024', group: '人大代表建议', count: 4 },
];
const draw = () =>
  drawChart('历年件数', () => countsByPeriod(data, ['人大代表建议', '政协提案'], { width: 640 }));

describe('drawChart', () => {
  it('gives an SVG of its own with the legend in it, and leaves no window behind', () => {
    const { svg, width, height } = draw();
    expect(svg).toMatch(/^<svg [^>]*xmlns="http:\/\/www.w3.org\/2000\/svg"/);
    expect([...svg.matchAll(/>(人大代表建议|政协提案)<\/text>/g)].map((m) => m[1])).toEqual([
      '人大代表建议',
      '政协提案',
    ]);
    expect(svg).not.toContain('<style');
    expect([width > 640, height > 280]).toEqual([true, true]);
    expect('window' in globalThis).toBe(false);
  });

  it('becomes a PNG three times as large, the same each time, or nothing without a Chinese font', () => {
    const png = toPng(draw());
    if (png === null) return;
    expect([...png.subarray(1, 4)].map((byte) => String.fromCharCode(byte)).join('')).toBe('PNG');
    expect(new DataView(png.buffer, png.byteOffset).getUint32(16)).toBe(draw().width * 3);
    expect(toPng(draw())).toEqual(png);
  });

  it('draws nothing where there is no font, or one without Chinese', () => {
    const latin = join(ROOT, 'node_modules', 'pdfjs-dist', 'standard_fonts', 'LiberationSans-Regular.ttf');
    expect(existsSync(latin)).toBe(true);
    expect(toPng(draw(), { fontFiles: [], loadSystemFonts: false })).toBe(null);
    expect(toPng(draw(), { fontFiles: [latin], loadSystemFonts: false })).toBe(null);
  });
});

import { describe, expect, it } from 'vitest';
import { effects } from '../../../dashboards/charts/effects.ts';
import { observedExpected } from '../../../dashboards/charts/observed-expected.ts';
import { ratesOverYears } from '../../../dashboards/charts/rates-over-years.ts';
import { thresholdTradeOff } from '../../../dashboards/charts/threshold-trade-off.ts';
import type { Chart } from '../../../dashboards/charts.ts';
import { drawChart } from '../../../pipeline/report/draw-chart.ts';

const SIZE = { width: 700 };
const draw = (chart: () => Chart) => drawChart('图', chart).svg;
const circles = (svg: string) => svg.match(/<circle /g)?.length ?? 0;

describe('charts of the notebooks', () => {
  it('observedExpected marks who differs from what was expected', () => {
    const svg = draw(() =>
      observedExpected(
        [
          { group: '水利局', n: 20, value: 1.4, low: 1.1, high: 1.7 },
          { group: '教育局', n: 30, value: 1, low: 0.8, high: 1.2 },
        ],
        SIZE,
      ),
    );
    expect(circles(svg)).toBe(2);
    expect(svg).toContain('水利局（20）');
    expect(svg).toMatch(/<circle [^>]*fill="#b5651d"/);
  });

  it('ratesOverYears draws a picture for each name on one scale', () => {
    const data = ['资金', '用地'].flatMap((name) =>
      ['2022', '2023', '2024'].map((period) => ({ period, name, rate: 0.2, low: 0.1, high: 0.3, n: 50 })),
    );
    const svg = draw(() => ratesOverYears(data, ['资金', '用地'], SIZE));
    expect(circles(svg)).toBe(6);
    expect(svg).toContain('>资金<');
  });

  it('effects sign the differences, within their axis', () => {
    const svg = draw(() =>
      effects(
        [
          { name: '不扣除', value: 0.05, low: -0.02, high: 0.12 },
          { name: '扣除', value: -0.021, low: -0.15, high: 0.1 },
        ],
        SIZE,
      ),
    );
    expect(svg).toContain('+5.0');
    expect(svg).toContain('−2.1');
  });

  it('thresholdTradeOff leaves out what nobody knows', () => {
    const svg = draw(() =>
      thresholdTradeOff(
        [
          { score: 0, coverage: 1, right: 0.7 },
          { score: 0.9, coverage: 0, right: null },
        ],
        SIZE,
      ),
    );
    expect(circles(svg)).toBe(3);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { roundedShare } from '../../pipeline/lint/arithmetic.ts';
import { failed, passed } from './reader.ts';

/** A report whose figures are right, and how to print one of them wrong. */
interface Written {
  classes: number[];
  co: number;
  bills: number;
}

function write(
  { classes, co, bills }: Written,
  slip: Partial<Record<'total' | 'share', number>> = {},
): string {
  const lead = classes.reduce((a, b) => a + b, 0);
  const all = lead + co;
  const share = (n: number, i: number) =>
    (roundedShare(n, lead, 1) + (i === 0 ? (slip.share ?? 0) : 0)).toFixed(1);
  const outcome = classes.map((n, i) => `${'ABC'[i]}类${n}件，占${share(n, i)}%`).join('；');
  return `2023年，我局共承办建议提案${all + (slip.total ?? 0)}件，其中人大代表建议${bills}件、政协提案${all - bills}件。主办${lead}件，会办${co}件。主办件按办理结果分，${outcome}（部分百分比因四舍五入，合计可能不等于100%）。`;
}

const written = fc
  .record({
    classes: fc.array(fc.integer({ min: 2, max: 300 }), { minLength: 3, maxLength: 3 }),
    co: fc.integer({ min: 1, max: 80 }),
    part: fc.integer({ min: 10, max: 90 }),
  })
  .map(({ classes, co, part }) => {
    const all = classes.reduce((a, b) => a + b, 0) + co;
    return { classes, co, bills: Math.max(1, Math.floor((all * part) / 100)) };
  });

describe('checkFigures', () => {
  it('raises nothing in a report whose figures are right', () => {
    fc.assert(
      fc.property(written, (report) => {
        expect([write(report), failed(write(report))]).toEqual([write(report), []]);
      }),
    );
  });

  it('finds a wrong total', () => {
    fc.assert(
      fc.property(written, fc.integer({ min: 1, max: 9 }), (report, total) => {
        const all = report.classes.reduce((a, b) => a + b, 0) + report.co;
        expect(failed(write(report, { total }))).toContain(
          `${report.bills}+${all - report.bills}=${all + total} error`,
        );
      }),
    );
  });

  it('finds a share with a forced last digit', () => {
    fc.assert(
      fc.property(written, (report) => {
        expect(failed(write(report, { share: 0.1 })).some((says) => says.endsWith('rounding'))).toBe(true);
      }),
    );
  });

  it('tells wrong, forced and open apart', () => {
    const report = (c: number, share: string) =>
      `我局办理提案72件，A类17件，占23.6%；B类16件，占22.2%；C类${c}件，占${share}%。`;
    expect(failed(report(39, '54.2'))).toEqual([]);
    expect(failed(report(39, '54.3'))).toEqual(['39/72=54.3% rounding']);
    expect(failed(report(39, '45.2'))).toContain('39/72=45.2% error');
    expect(failed('我局办理提案72件。A类17件，B类16件。')).toEqual(['17+16=72 incomplete']);
  });

  it('computes again what the words allow: growth, filing rate, replies', () => {
    expect(passed('五年共收到提案1200件，比上一届增加200件，增长20.0%。')).toContain('200/1000=20.0%');
    expect(failed('收到提案400件，立案349件，立案率87.2%。')).toEqual(['349/400=87.2% rounding']);
    expect(failed('提案答复后收到回执172件，满意率99.5%。')).toEqual(['171/172=99.5% rounding']);
  });

  it('takes the cells of a table as figures of their rows, whatever equals them elsewhere', () => {
    const rows = '主题\t件数\n交通\t7\n农业\t6\n养老\t1\n民政\t1\n';
    expect(failed(`我局承办提案15件（主办7件、会办8件）。按主题统计如下。\n${rows}`)).toEqual([]);
  });

  it('leaves overlapping counts, open lists, bounds and other wholes alone', () => {
    expect(failed('我局承办提案60件，其中重点提案8件，联名提案15件，主办40件。')).toEqual([]);
    expect(failed('我局承办提案60件，涉及农业12件、教育9件、交通7件等。')).toEqual([]);
    expect(failed('我局主办提案60件，A类55件，占90%以上。')).toEqual([]);
    expect(
      failed('审查提案300件，立案270件。委员提出162件，占立案总数60.0%；党派提出108件，占40.0%。'),
    ).toEqual([]);
  });
});

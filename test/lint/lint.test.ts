import { describe, expect, it } from 'vitest';
import { lint } from '../../pipeline/lint/lint.ts';
import { toReportFacts } from '../../pipeline/lint/report-facts.ts';
import { readTerms } from '../../pipeline/lint/terms.ts';

const body = (unit: string, year: number, n: number) =>
  `${year}年，${unit}认真办理政协提案，共承办提案${n}件，已全部按期办结。工作中，我局坚持主要领导亲自抓，分管领导具体抓，承办人员抓落实，做到件件有回音、事事有着落。
我们注重与委员的沟通联系，办理前了解意图，办理中听取意见，办理后征求评价，努力把委员的好建议变成推动${unit}工作的实际举措，取得了较好的效果。\n`;
const report = (unit: string, year: number, n: number) =>
  `关于${year}年政协提案办理情况的报告\n${body(unit, year, n)}`;
const run = (text: string) => lint('几份报告.txt', text, readTerms());

describe('lint', () => {
  it('tells the reports of one file apart and whose they are', () => {
    const { reports } = run(report('临澜市水利局', 2022, 17) + report('溪源县民政局', 2023, 8));
    expect(reports.map(({ unit, year, facts }) => [unit, year, facts.map((f) => f.value)])).toEqual([
      ['临澜市水利局', 2022, [17]],
      ['溪源县民政局', 2023, [8]],
    ]);
  });

  it('counts a report that is printed twice once, and says so', () => {
    const first = report('临澜市水利局', 2022, 17);
    const { facts, notes } = run(first + report('溪源县民政局', 2023, 8) + first);
    expect(facts.map((f) => f.value)).toEqual([17, 8]);
    expect(notes.filter((n) => n.kind === 'duplicate').map((n) => n.says)).toEqual([
      '第3份与第1份重复，数字只计一次（100%的文字相同）',
    ]);
  });

  it('keeps the offsets of the whole file', () => {
    const text = report('临澜市水利局', 2022, 17) + report('溪源县民政局', 2023, 8);
    for (const { evidence, start, end } of run(text).facts) expect(text.slice(start, end)).toBe(evidence);
  });
});

describe('toReportFacts', () => {
  it('gives one row a figure with unit, year and source', () => {
    const rows = toReportFacts([run(report('临澜市水利局', 2022, 17))]);
    expect(rows).toEqual([
      {
        source_file: '几份报告.txt',
        report: 1,
        reporting_unit: '临澜市水利局',
        year: 2022,
        metric: 'received',
        body: '政协',
        label: '共承办提案',
        value: 17,
        unit: '件',
        scope: null,
        evidence: '共承办提案17件',
        evidence_start: expect.any(Number),
        evidence_end: expect.any(Number),
      },
    ]);
  });
});

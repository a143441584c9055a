import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lint } from '../../pipeline/lint/lint.ts';
import { lintText } from '../../pipeline/lint/lint-text.ts';
import { readReport } from '../../pipeline/lint/read-report.ts';
import { readTerms } from '../../pipeline/lint/terms.ts';
import { printMarkdown } from '../../pipeline/report/print-markdown.ts';
import { writeWord } from '../../pipeline/report/write-word.ts';
import { hasShared, SHARED } from '../e2e/jianyan.ts';
import { type Counts, REAL_REPORTS } from './real-reports.ts';
import { reportOn } from './small-ledger.ts';

const RESULTS = ['解决采纳', '正在解决', '列入计划', '留作参考', '暂时不能解决', 'E', ''] as const;
const RATINGS = ['满意', '基本满意', '不满意', ''] as const;

interface Row {
  body: '政协' | '人大';
  leads: boolean;
  replied: boolean;
  met: boolean;
  result: (typeof RESULTS)[number];
  rating: (typeof RATINGS)[number];
}

const row = fc.record<Row>({
  body: fc.constantFrom('政协', '人大'),
  leads: fc.boolean(),
  replied: fc.boolean(),
  met: fc.boolean(),
  result: fc.constantFrom(...RESULTS),
  rating: fc.constantFrom(...RATINGS),
});

/** Ledgers of one year, as an office keeps them; what is not answered has no result and no rating. */
function toLedgers(rows: readonly Row[]): Record<string, string> {
  const head = '编号,案由,主办单位,会办单位,交办时间,答复时间,是否面商,办理结果,意见反馈';
  const of = (body: Row['body']) =>
    rows
      .filter((r) => r.body === body)
      .map((r, i) => {
        const units = r.leads ? '水利局,' : '公安局,水利局';
        const done = r.replied
          ? `2024-05-20,${r.met ? '是' : '否'},${r.result},${r.rating}`
          : `,${r.met ? '是' : '否'},,`;
        return `${i + 1},第${'甲乙丙丁戊己庚辛壬癸'[i % 10]}号事项,${units},2024-03-01,${done}`;
      });
  return Object.fromEntries(
    (['政协', '人大'] as const)
      .filter((body) => of(body).length > 0)
      .map((body) => [
        `2024${body === '政协' ? '政协提案' : '人大建议'}.csv`,
        [head, ...of(body)].join('\n'),
      ]),
  );
}

/** The figures that lint must find again, counted here from the rows alone. */
function expected(rows: readonly Row[], unit: boolean): string[] {
  const found: string[] = [];
  for (const body of ['政协', '人大'] as const) {
    const own = rows.filter((r) => r.body === body);
    if (own.length === 0) continue;
    found.push(`received ${body} ${own.length}`);
    const led = own.filter((r) => r.leads);
    const helped = own.length - led.length;
    if (unit && led.length > 0 && helped > 0)
      found.push(`lead ${body} ${led.length}`, `co ${body} ${helped}`);
    const answered = (unit ? led : own).filter((r) => r.replied);
    const results = (metric: string, ...names: string[]) => {
      for (const name of names) {
        const n = answered.filter((r) => r.result === name).length;
        if (n > 0) found.push(`${metric} ${body} ${n}`);
      }
    };
    results('outcome_a', '解决采纳');
    results('outcome_b', '正在解决', '列入计划');
    results('outcome_c', '暂时不能解决');
    results('outcome_d', '留作参考');
    for (const [metric, name] of [
      ['satisfied', '满意'],
      ['basically_satisfied', '基本满意'],
      ['dissatisfied', '不满意'],
    ] as const) {
      const n = answered.filter((r) => r.rating === name).length;
      if (n > 0) found.push(`${metric} ${body} ${n}`);
    }
  }
  return found;
}

async function textsOf(rows: readonly Row[], unit: string | null): Promise<string[]> {
  const report = await reportOn(toLedgers(rows), { unit });
  const file = join(mkdtempSync(join(tmpdir(), 'jianyan-')), '报告.docx');
  writeFileSync(file, (await writeWord(report)).bytes);
  return [printMarkdown(report), (await readReport(file)).text];
}

async function expectRoundTrip(rows: readonly Row[], unit: string | null): Promise<void> {
  for (const text of await textsOf(rows, unit)) {
    const { facts, checks } = lintText(text);
    const read = new Set(facts.map(({ metric, body, value }) => `${metric} ${body} ${value}`));
    expect(expected(rows, unit !== null).filter((fact) => !read.has(fact))).toEqual([]);
    expect(checks.filter(({ ok }) => !ok).map(({ says, computed }) => `${says} → ${computed}`)).toEqual([]);
  }
}

/** Rows of a ledger that has the counts of a real report: what it led, helped with, and what became of it. */
function toRows(report: Counts): Row[] {
  return (['人大', '政协'] as const).flatMap((body) => {
    const { lead = 0, co = 0, a = 0, b = 0, d = 0, open = 0 } = report[body] ?? {};
    const results = [
      ...Array<Row['result']>(a).fill('解决采纳'),
      ...Array<Row['result']>(b).fill('列入计划'),
      ...Array<Row['result']>(d).fill('留作参考'),
    ];
    return Array.from({ length: lead + co }, (_, i): Row => {
      const replied = i < lead - open || i >= lead;
      return { body, leads: i < lead, replied, met: true, result: results[i] ?? '', rating: '' };
    });
  });
}

describe('ledger → report → lint', () => {
  it('gives the same figures and no failed check, for ledgers of every shape', {
    timeout: 240_000,
  }, async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 30 }), fc.boolean(), (rows, unit) =>
        expectRoundTrip(rows, unit ? '水利局' : null),
      ),
      { numRuns: 8, endOnFailure: true },
    );
  });

  it.each(REAL_REPORTS)(
    'does so for a ledger with the figures of $of',
    { timeout: 60_000 },
    async (report) => {
      await expectRoundTrip(toRows(report), '水利局');
    },
  );

  it.skipIf(!hasShared)('has the figures of every report of the source document that gives any', () => {
    const source = readFileSync(join(SHARED, '..', 'seeds', 'handling-reports.txt'), 'utf8');
    const { reports, notes } = lint('handling-reports.txt', source, readTerms());
    const repeated = new Set(
      notes.filter(({ kind }) => kind === 'duplicate' || kind === 'fragment').map(({ start }) => start),
    );
    const distinct = reports.filter(({ start }) => !repeated.has(start));
    expect(distinct.length).toBe(18);
    const counted = distinct.filter(({ facts }) => facts.some(({ unit }) => unit !== '%'));
    expect(counted.length).toBe(REAL_REPORTS.length);
    for (const [i, { facts }] of counted.entries()) {
      const stated = new Set(facts.map(({ metric, body, value }) => `${metric} ${body} ${value}`));
      const missing = (REAL_REPORTS[i]?.states ?? []).filter((figure) => !stated.has(figure));
      expect([REAL_REPORTS[i]?.of, missing]).toEqual([REAL_REPORTS[i]?.of, []]);
    }
  });
});

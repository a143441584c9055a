import { describe, expect, it } from 'vitest';
import { bodyOf, CPPCC, LEDGERS, reportOn } from './small-ledger.ts';

/** A paragraph of the text by its beginning, without its marks. */
async function said(beginning: string, ...args: Parameters<typeof reportOn>): Promise<string> {
  const lines = bodyOf(await reportOn(...args))
    .replace(/〔\d+〕/g, '')
    .split('\n');
  return lines.find((line) => line.startsWith(beginning)) ?? '';
}

describe('the report of a whole body', () => {
  it('says what came in, by body', async () => {
    expect(await said('2024年', LEDGERS, {}, { name: '某市' })).toBe(
      '2024年，某市共收到人大代表建议2件、政协提案4件，合计6件。',
    );
    expect(await said('政协提案经审查', LEDGERS)).toBe(
      '政协提案经审查，立案4件（其中并案1件）。确定为重点提案的1件。',
    );
  });

  it('gives every rate with the numbers behind it', async () => {
    expect(await said('政协提案方面', LEDGERS)).toBe(
      '政协提案方面，截至2024年12月31日，应答复4件，已答复3件，办复率为75.0%，尚有1件未答复。按期答复2件，按时办复率为50.0%。已面商3件，面商率为75.0%。',
    );
    expect(await said('人大代表建议方面', LEDGERS)).toBe(
      '人大代表建议方面，截至2024年12月31日，应答复2件，已全部答复，办复率为100%。全部按期答复，按时办复率为100%。全部与提出人面商，面商率为100%。',
    );
  });

  it('rounds shares correctly and forces no digit', async () => {
    expect(await said('政协提案办理结果', LEDGERS)).toContain(
      '办理结果有记载的3件中，解决采纳1件，占33.3%；正在解决1件，占33.3%；留作参考1件，占33.3%。',
    );
  });

  it('names what went wrong, and says in words what there is none of', async () => {
    expect(await said('一是', LEDGERS)).toBe(
      '一是办理时限把握不够严。超过期限的2件，其中逾期后答复1件、到统计日仍未答复1件（见附录一）。',
    );
    expect(await said('二是', LEDGERS)).toBe(
      '二是部分答复没有得到认可。首次评价不满意的1件，台账没有再次办理的记载，最终仍不满意的1件（见附录一）。',
    );
  });

  it('leaves what was done and will be done to people', async () => {
    const text = bodyOf(await reportOn(LEDGERS));
    for (const heading of ['主要做法', '下一步打算']) {
      const after = text.slice(text.indexOf(heading) + heading.length).trim();
      expect(after.startsWith('【请填写：')).toBe(true);
    }
  });
});

describe('the report of one unit', () => {
  it('counts what it leads and what it helps with, each case once', async () => {
    expect(await said('2024年', LEDGERS, { unit: '水利局' })).toBe(
      '2024年，我局共承办人大代表建议2件（均为主办）、政协提案4件（主办3件、会办1件），合计6件。',
    );
  });

  it('counts only its own answers', async () => {
    const helper = { '2024政协提案.csv': CPPCC.replace('公安局,水利局', '公安局,教育局') };
    expect(await said('政协提案没有', helper, { unit: '教育局' })).toBe(
      '政协提案没有应由我局答复的，会办意见送主办单位。',
    );
    expect(await said('政协提案方面', LEDGERS, { unit: '水利局' })).toContain('应由我局答复3件，已答复2件');
  });
});

describe('a report over ledgers that lack columns', () => {
  it('says what is missing and gives no rate for it', async () => {
    const bare = ['编号,案由,主办单位', '1,增设路灯,公安局', '2,修补路面,水利局'].join('\n');
    const text = bodyOf(await reportOn({ '2024政协提案.csv': bare }));
    expect(text).toContain('政协提案的台账没有答复日期，办复率无从统计。');
    expect(text).toContain('台账没有面商记载，面商率无从统计。');
    expect(text).toContain('政协提案的台账没有记载办理结果。');
    expect(text).not.toMatch(/NaN|null|undefined|率为0%/);
  });

  it('compares with the year before only where there is one', async () => {
    expect(bodyOf(await reportOn(LEDGERS, { year: 2024 }))).not.toContain('比上年');
    const two = { ...LEDGERS, '2023政协提案.csv': CPPCC.replaceAll('2024-', '2023-') };
    expect(bodyOf(await reportOn(two, { year: 2024 }))).toContain('比上年增加2件，增长50.0%');
    expect(bodyOf(await reportOn(two, { year: 2024, body: '政协' }))).toContain('件数与上年持平');
  });
});

describe('the evidence', () => {
  it('has a query and the cases for every mark of the text', async () => {
    const report = await reportOn(LEDGERS);
    const marks = report.blocks.flatMap((block) =>
      block.kind === 'paragraph' ? block.spans.flatMap(({ mark }) => mark ?? []) : [],
    );
    expect(marks).toEqual(marks.map((_, i) => i + 1));
    const evidence = report.blocks.at(-1);
    if (evidence?.kind !== 'table') throw new Error('the evidence comes last');
    const listed = new Set(evidence.rows.map(([mark]) => mark));
    expect(marks.filter((mark) => !listed.has(`〔${mark}〕`))).toEqual([]);
    const [first] = evidence.rows;
    expect(first).toEqual([
      '〔1〕',
      '收到：6',
      '人大-2024：1, 2；政协-2024：1—4',
      'select proposal_id from proposals',
    ]);
  });
});

describe('typical cases', () => {
  it('are solved, satisfied and in time, and never such as are not to be published', async () => {
    const text = bodyOf(await reportOn(LEDGERS));
    expect(text).toContain('1.甲提出的第1号提案《增设路灯》（重点件），由公安局承办');
    expect(text).not.toContain('《疏浚河道》');
    const secret = CPPCC.replace('是,主动公开', '是,不予公开');
    expect(bodyOf(await reportOn({ '2024政协提案.csv': secret }))).toContain('没有同时符合条件');
  });
});

describe('the text of a small ledger', () => {
  it('reads as in golden.md', async () => {
    await expect(bodyOf(await reportOn(LEDGERS, {}, { name: '某市' }))).toMatchFileSnapshot('golden.md');
  });
});

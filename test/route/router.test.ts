import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadTools } from '../../pipeline/classify/prepare.ts';
import { readTopicModel, topicClassifier } from '../../pipeline/classify/topic-classifier.ts';
import { readDepartments } from '../../pipeline/route/departments.ts';
import type { PastCase } from '../../pipeline/route/past-cases.ts';
import { openRouter } from '../../pipeline/route/router.ts';
import { normalize } from '../../pipeline/text/normalize.ts';

const tools = await loadTools();
const departments = readDepartments();
const router = openRouter({ departments, ...tools });
const classify = topicClassifier(readTopicModel(null, null, tools), tools);
const ask = (title: string, text: string | null = null, past: PastCase[] = [], top = 3) =>
  router({ title, text, topics: classify(title, text).ranking.slice(0, 3), past }, top);

const TITLES = [
  '关于病险水库除险加固的提案',
  '关于规范电动自行车上牌和停放的建议',
  '农村敬老院护理员太少',
  '关于在云渡区建设体育公园的提案',
  '请求解决石门镇农村低电压问题',
  '关于扩大城乡居民医保门诊报销范围的建议',
];

describe('every routing', () => {
  const text = fc.oneof(
    fc.constantFrom(...TITLES),
    fc.string({ maxLength: 60 }),
    fc
      .array(fc.constantFrom(...departments.list.flatMap((d) => d.duties.flatMap((c) => c.split('、')))), {
        maxLength: 6,
      })
      .map((phrases) => phrases.join('，')),
  );

  it('has scores in [0, 1], leads first and best first, no department twice, and a reason for each', () => {
    fc.assert(
      fc.property(text, text, fc.integer({ min: 1, max: 8 }), (title, body, top) => {
        const { departments: named } = ask(title, body, [], top);
        const leads = named.filter((d) => d.role === 'lead');
        expect(leads).toHaveLength(top);
        expect(named.slice(0, top)).toEqual(leads);
        for (const part of [leads, named.slice(top)]) {
          const scores = part.map((d) => d.score);
          expect(scores).toEqual([...scores].sort((a, b) => b - a));
          for (const score of scores) expect(score >= 0 && score <= 1).toBe(true);
        }
        expect(leads.reduce((sum, d) => sum + d.score, 0)).toBeLessThan(1.01);
        expect(new Set(named.map((d) => d.department)).size).toBe(named.length);
        expect(named.every((d) => d.reason.length > 0)).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  it('quotes in its reasons only what stands in the proposal, and names duties of that department', () => {
    fc.assert(
      fc.property(text, text, (title, body) => {
        const source = normalize(`${title}\n${body}`);
        for (const { department, reason } of ask(title, body).departments) {
          for (const [, words = ''] of reason.matchAll(/(?:文中|写到)((?:“[^”]*”、?)+)/g))
            for (const [, word = ''] of words.matchAll(/“([^”]*)”/g))
              expect(source).toContain(normalize(word));
          const duties = departments.list.find((d) => d.name === department)?.duties.join('、') ?? '';
          const stated = /职责：([^（]*)（/.exec(reason)?.[1] ?? '';
          for (const phrase of stated.split('、')) expect(duties).toContain(phrase);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('is the same again, and does not depend on what was asked before', () => {
    const answers = TITLES.map((title) => ask(title));
    expect([...TITLES].reverse().map((title) => ask(title))).toEqual([...answers].reverse());
    const again = openRouter({ departments: readDepartments(), ...tools });
    const topics = classify(TITLES[0] ?? '', null).ranking.slice(0, 3);
    expect(again({ title: TITLES[0] ?? '', text: null, topics, past: [] }, 3)).toEqual(answers[0]);
  });

  it.each(['', '   ', '!!!', 'zzzz'])('leaves %j to a person', (title) => {
    expect(ask(title, '').review).toBe(true);
  });
});

describe('the lead', () => {
  it.each([
    ['关于病险水库除险加固的提案', '水利局'],
    ['关于加强农村留守老人关爱服务的建议', '民政局'],
    ['关于扩大城乡居民医保门诊报销范围的建议', '医疗保障局'],
    ['请求解决农村低电压问题', '供电公司'],
    ['关于增加急救自动体外除颤器的提案', '卫生健康委员会'],
    ['关于建设全民健身步道的建议', '体育局'],
  ])('of %s is %s', (title, department) => {
    expect(ask(title).departments[0]?.department).toBe(department);
  });

  it('is never a department that the list says the matter is wrongly sent to', () => {
    for (const { name, never } of departments.list) {
      for (const matter of Object.keys(never ?? {}).flatMap((m) => m.split('、'))) {
        const lead = ask(`关于${matter}的提案`).departments[0]?.department;
        expect([matter, lead === name]).toEqual([matter, false]);
      }
    }
  });

  it('is surer with an open mind: a lower precision sends less to a person', () => {
    const open = openRouter({ departments, ...tools, precision: 0.5 });
    const strict = openRouter({ departments, ...tools, precision: 0.99 });
    const count = (route: typeof open) =>
      TITLES.filter(
        (title) => route({ title, text: null, topics: classify(title, null).ranking, past: [] }, 3).review,
      ).length;
    expect(count(open)).toBeLessThan(count(strict));
    expect(count(strict)).toBe(TITLES.length);
  });
});

describe('the history', () => {
  const past = (leads: string[], returned: string[] = []): PastCase => ({
    proposal_id: '政协-2023-7',
    relation: 'same',
    score: 0.9,
    leads,
    co: ['财政局'],
    returned,
  });
  const TITLE = '关于在湖滨路增设公共停车位的提案';

  it('makes the handler of the same matter the lead, and names the case', () => {
    const [lead] = ask(TITLE, null, [past(['溪源县人民政府'])]).departments;
    expect(lead?.department).toBe('溪源县人民政府');
    expect(lead?.reason).toContain('政协-2023-7');
  });

  it('names the co-handler of the same matter', () => {
    const named = ask(TITLE, null, [past(['溪源县人民政府'])]).departments;
    expect(named.filter((d) => d.role === 'co').map((d) => d.department)).toContain('财政局');
  });

  it('lowers a department that sent the same matter back, and says so', () => {
    const before = ask(TITLE).departments;
    const first = before[0]?.department ?? '';
    const after = ask(TITLE, null, [past([], [first])], 100).departments;
    expect(after.find((d) => d.department === first)?.score).toBeLessThan(before[0]?.score ?? 0);
    expect(after.find((d) => d.department === first)?.reason).toContain('曾由其退办');
  });

  it('is learned from: a department outside the list that handled such cases is proposed', () => {
    const handled = ['沙浦镇渡口护栏', '沙浦镇渡口夜航', '沙浦镇渡口候船亭'].map((title) => ({
      title: `关于${title}的提案`,
      department: '湖区管理局',
    }));
    const learned = openRouter({ departments, ...tools, handled });
    const title = '沙浦镇渡口破损';
    const topics = classify(title, null).ranking.slice(0, 3);
    const named = learned({ title, text: null, topics, past: [] }, 3).departments;
    expect(named.map((d) => d.department)).toContain('湖区管理局');
    expect(ask(title).departments.map((d) => d.department)).not.toContain('湖区管理局');
  });
});

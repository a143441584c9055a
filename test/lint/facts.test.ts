import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { facts, read } from './reader.ts';

describe('toFacts', () => {
  it('reads what was received, by body and role', () => {
    expect(
      facts('今年我局共收到建议提案30件，其中人大代表建议18件（主办11件、协办7件），政协提案12件。'),
    ).toEqual(['received 30件', 'received 18件', 'lead 11件', 'co 7件', 'received 12件']);
  });

  it('reads outcomes by letter, by words and by share', () => {
    expect(
      facts('提案办理结果：A类（已解决）20件，占50.0%；列入计划逐步解决的15件；留作参考的有5件。'),
    ).toEqual(['outcome_a 20件', 'outcome_a 50%', 'outcome_b 15件', 'outcome_d 5件']);
  });

  it('gives every rate of a list the figure behind it', () => {
    expect(facts('提案办复率、面商率和满意率均达到100%。')).toEqual([
      'reply_rate 100%',
      'meeting_rate 100%',
      'satisfaction_rate 100%',
    ]);
  });

  it('gives every item of 各 its own figure', () => {
    expect(
      facts('我局办理提案9件，涉及养老服务3件，社会救助和地名管理各2件，殡葬改革、社区治理各1件。'),
    ).toEqual([
      'received 9件',
      'topic_count 3件',
      'topic_count 2件',
      'topic_count 2件',
      'topic_count 1件',
      'topic_count 1件',
    ]);
  });

  it('reads shares that are given in the order of the counts', () => {
    const { facts: found } = read('建议A类20件、B类15件、C类5件，分别占50.0%、37.5%和12.5%。');
    expect(found.filter((f) => f.unit === '%').map((f) => [f.metric, f.value])).toEqual([
      ['outcome_a', 50],
      ['outcome_b', 37.5],
      ['outcome_c', 12.5],
    ]);
  });

  it('reads names in the order of the counts, and numbers that brackets set apart', () => {
    expect(facts('提案办理结果，A、B、C三类分别为7件、3件、2件。')).toEqual([
      'outcome_a 7件',
      'outcome_b 3件',
      'outcome_c 2件',
    ]);
    expect(facts('主办提案12件，A类（7件，占58.3%）、B类（5件，占41.7%）。')).toEqual([
      'lead 12件',
      'outcome_a 7件',
      'outcome_a 58.3%',
      'outcome_b 5件',
      'outcome_b 41.7%',
    ]);
    expect(facts('341件市政协提案中，已解决或采纳的占78.3%，留作参考的占3.2%。').slice(1)).toEqual([
      'outcome_a 78.3%',
      'outcome_d 3.2%',
    ]);
  });

  it('reads what bodies divide, and both figures of a rate that has risen', () => {
    expect(facts('会办23件，即建议16件、提案7件。提案办结率由82%提高到89.6%。')).toEqual([
      'co 23件',
      'co 16件',
      'co 7件',
      'completion_rate 82%',
      'completion_rate 89.6%',
    ]);
  });

  it('reads Chinese numerals, traditional characters and flattened tables alike', () => {
    expect(facts('我局承辦提案二十三件，其中主辦十八件。')).toEqual(['received 23件', 'lead 18件']);
    expect(facts('提案办理结果如下。\n类别\t件数\t占比\nA类\t17\t68.0%\nB类\t8\t32.0%\n')).toEqual([
      'outcome_a 17件',
      'outcome_a 68%',
      'outcome_b 8件',
      'outcome_b 32%',
    ]);
    expect(facts('提案办理结果如下。\n类别\n件数\nA类\n17\nB类\n8\n')).toEqual([
      'outcome_a 17件',
      'outcome_b 8件',
    ]);
  });

  it('takes a figure once, however often the report repeats it', () => {
    expect(facts('我局主办提案28件。28件提案已全部办结。主办的28件提案中，A类20件。')).toEqual([
      'lead 28件',
      'outcome_a 20件',
    ]);
  });

  it('takes no business figures, targets or numbers of proposals', () => {
    expect(facts('关于第0123号提案的答复：全市建成基地122个，占耕地面积的86.1%，专利授权327件。')).toEqual(
      [],
    );
    expect(facts('下一步，力争提案办复率、满意率达到100%。')).toEqual([]);
    expect(facts('他把三件衣服叠好，一件不落地放进箱子，九成新。')).toEqual([]);
  });

  it('reads shares by the name of their class, and several classes together as none', () => {
    expect(facts('提案A类8件、B类2件，A类占80%，A、B类合计占比100%。')).toEqual([
      'outcome_a 8件',
      'outcome_b 2件',
      'outcome_a 80%',
      'other 100%',
    ]);
  });

  it('reads levels as parts of their total, and phrases with words of the writer between', () => {
    expect(facts('共立案提案30件（市级10件、县级20件），列入今后三年工作计划的8件。')).toEqual([
      'filed 30件',
      'filed 10件',
      'filed 20件',
      'outcome_b 8件',
    ]);
  });

  it('takes no target that goes on, and no business figure beside another', () => {
    expect(facts('我局承办提案9件。力争办结率达到90%，满意率保持98%。')).toEqual(['received 9件']);
    expect(facts('我院承办建议6件。今年受理各类案件450件，结案420件，结案率93.3%。')).toEqual([
      'received 6件',
    ]);
  });

  it('quotes the report exactly, whatever the text', () => {
    const piece = fc.constantFrom(
      '收到提案',
      '１８件',
      '，',
      '占',
      '37.5%',
      '主辦',
      '(kāi)',
      '“解决”',
      '各有',
      '\n',
      'A类',
      '建议、',
      '百分之九十',
      '  ',
      '\t',
      '。',
      '其中',
      '满意率',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const text = pieces.join('');
        const { facts: found, checks, notes } = read(text);
        for (const { start, end, evidence } of [...found, ...checks, ...notes])
          expect(text.slice(start, end)).toBe(evidence);
        for (const { value } of found) expect(Number.isFinite(value)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});

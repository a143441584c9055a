import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { readWritten, type Written } from '../../data/sample/make/written.ts';
import { matchSuggestions, rarityOf } from '../../pipeline/answers/match-suggestions.ts';
import { splitSections } from '../../pipeline/text/sections.ts';

const answered = readWritten().filter((w) => w.reply !== null);
const rarity = rarityOf(answered.map((w) => `${w.text}\n${w.reply}`));
const match = (asking: Written, answering: Written) =>
  matchSuggestions(
    { suggestion: splitSections(asking.text).suggestion, text: asking.text, reply: answering.reply ?? '' },
    rarity,
  );

describe('matchSuggestions', () => {
  it('says which items an answer speaks of, with its words', () => {
    const [road, trees] = matchSuggestions(
      {
        suggestion: '一、修补学前大道破损路面\n二、补种梧桐行道树',
        text: null,
        reply: '学前大道破损路面已全部修补。感谢您的关心。',
      },
      () => 1,
    );
    expect(road).toMatchObject({
      item: 1,
      answered: 'yes',
      evidence: expect.stringContaining('学前大道破损路面已全部修补。'),
    });
    expect(trees).toMatchObject({ item: 2, answered: 'no', evidence: null });
  });

  it('takes the numbered part of the same number where there are as many', () => {
    const suggestion = '一、增加夜间班次\n二、降低老人票价';
    const reply = '一、已延长末班车到十点，夜间更方便。\n二、六十五岁以上免费，老人不再买票。';
    expect(matchSuggestions({ suggestion, text: null, reply }, () => 1).map((m) => m.answered)).not.toContain(
      'no',
    );
  });

  it('agrees with a person who read 103 items of the sample city', () => {
    const verdicts = readFileSync(fileURLToPath(new URL('suggestions-sample.csv', import.meta.url)), 'utf8');
    const said = new Map(
      verdicts
        .trim()
        .split('\n')
        .slice(1)
        .map((line) => {
          const [key, item, person] = line.split(',');
          return [`${key} ${item}`, person === 'yes'] as const;
        }),
    );
    const judged = answered.flatMap((w) =>
      match(w, w).flatMap((m) => {
        const person = said.get(`${w.key} ${m.item}`);
        return person === undefined ? [] : { person, machine: m.answered };
      }),
    );
    expect(judged).toHaveLength(103);
    const yes = judged.filter((j) => j.machine === 'yes');
    const no = judged.filter((j) => j.machine === 'no');
    expect(yes.filter((j) => j.person).length / yes.length).toBeGreaterThan(0.97);
    expect(no.filter((j) => !j.person).length / no.length).toBeGreaterThan(0.8);
    expect(judged.filter((j) => j.machine === 'doubtful').length / judged.length).toBeLessThan(0.3);
  });

  it('finds next to nothing in the answer to another proposal of the same topic', () => {
    const strange = answered.flatMap((w) => {
      const other = answered.find(
        (o) => o.topic === w.topic && o.key !== w.key && (o.issue ?? '') !== w.issue,
      );
      return other ? match(w, other) : [];
    });
    expect(strange.filter((m) => m.answered === 'yes').length / strange.length).toBeLessThan(0.02);
    expect(strange.filter((m) => m.answered !== 'no').length / strange.length).toBeLessThan(0.08);
  });
});

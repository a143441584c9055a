import { describe, expect, it } from 'vitest';
import { notes, read } from './reader.ts';

describe('noteFigures', () => {
  it('computes a share that copying has lost', () => {
    const [note] = read('主办的41件提案中，解决采纳的有38件，占比，计划解决的有1件，留作参考的有2件。').notes;
    expect(note).toMatchObject({ kind: 'lost_share', says: expect.stringContaining('38÷41＝92.7%') });
  });

  it('notes rates that no whole number makes, and bounds over a few cases', () => {
    expect(notes('我局办理提案40件，满意率97%。')).toEqual(['impossible_rate']);
    expect(notes('我局办理提案40件，满意率97.5%。')).toEqual([]);
    expect(notes('我局办理提案13件，满意率达90%以上。')).toEqual(['vague_rate']);
  });

  it('notes growth that no whole number makes', () => {
    expect(notes('收到提案72件，同比增加5%。')).toEqual(['impossible_growth']);
    expect(notes('收到提案72件，同比增加20%。')).toEqual([]);
  });

  it('notes the rating of an office that only assists', () => {
    expect(notes('我办协办提案1件，答复率100%，满意率100%。')).toEqual(['rated_co']);
    expect(notes('我办主办提案2件、协办提案1件，满意率100%。')).toEqual([]);
  });

  it('notes a letter that stands twice, and ratings that contradict', () => {
    expect(notes('我局办理提案72件，A类17件、B类16件、B类39件。')).toEqual(['class_twice']);
    expect(notes('收到提案反馈，满意30件，不满意1件，满意率100%。')).toEqual(['rate_conflict']);
  });

  it('leaves ratings of two rounds, and of another body, alone', () => {
    expect(notes('代表反馈，满意3件，不满意1件。委员反馈，满意2件。满意率为100%。')).toEqual([]);
    expect(notes('提案满意率为100%。首次评价不满意的1件，已再次办理。')).toEqual([]);
    expect(notes('提案满意率为100%。评价不满意的1件，未再办理。')).toEqual(['rate_conflict']);
  });

  it('notes a total that stands nowhere', () => {
    expect(notes('我局办理市人大建议14件、省政协提案1件、市政协提案44件。')).toEqual(['total_unstated']);
    expect(notes('我局办理市人大建议14件、省政协提案1件、市政协提案44件，共计59件。')).toEqual([]);
  });
});

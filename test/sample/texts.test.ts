import { group } from 'd3-array';
import { describe, expect, it } from 'vitest';
import { readWritten, type Written } from '../../data/sample/make/written.ts';

const RUN = 20;
const written = readWritten();
const count = (test: (w: Written) => boolean) => written.filter(test).length;
const length = (text: string) => [...text.replace(/\s/g, '')].length;

describe('the written texts of the sample city', () => {
  it('are as many, and of as many kinds, as the README says', () => {
    const issues = [...group(written, (w) => w.issue ?? '')].filter(([issue]) => issue !== '');
    const overYears = issues.filter(([, members]) => new Set(members.map((w) => w.year)).size > 1);
    const cameBack = overYears.filter(([, members]) =>
      members.some(
        (a) => a.outcome === 'solved' && members.some((b) => b.year > a.year && b.relation?.kind !== 'copy'),
      ),
    );
    expect({
      proposals: written.length >= 520,
      three_part: count((w) => w.three_part) >= 80,
      answers: count((w) => w.reply !== null) >= 200,
      topics: new Set(written.map((w) => w.topic)).size,
      departments: new Set(written.map((w) => w.lead)).size >= 45,
      issues: overYears.length >= 40,
      back_after_solved: cameBack.length >= 12,
      copies: count((w) => w.relation?.kind === 'copy') >= 15,
      fragments: count((w) => w.relation?.kind === 'fragment') >= 10,
      lookalikes: count((w) => w.relation?.kind === 'lookalike') >= 40,
    }).toEqual({
      proposals: true,
      three_part: true,
      answers: true,
      topics: 20,
      departments: true,
      issues: true,
      back_after_solved: true,
      copies: true,
      fragments: true,
      lookalikes: true,
    });
  });

  it('have 80 to 300 characters, answers 60 to 200, three parts where they say so', () => {
    for (const w of written) {
      expect([w.key, length(w.text) >= 80 && length(w.text) <= 300]).toEqual([w.key, true]);
      if (w.reply) expect([w.key, length(w.reply) >= 60 && length(w.reply) <= 200]).toEqual([w.key, true]);
      if (w.three_part) expect([w.key, w.text.split('\n').length >= 3]).toEqual([w.key, true]);
    }
  });

  it('share no run of 20 characters but where a copy or a fragment is planted', () => {
    const owner = new Map<string, Written>();
    const origin = (w: Written) => (w.relation && w.relation.kind !== 'lookalike' ? w.relation.to : w.key);
    const shared: string[] = [];
    for (const w of written) {
      const text = w.text.replace(/\s/g, '');
      for (let i = 0; i + RUN <= text.length; i++) {
        const run = text.slice(i, i + RUN);
        const other = owner.get(run);
        if (other && origin(other) !== origin(w)) shared.push(`${other.key} ${w.key} ${run}`);
        owner.set(run, other ?? w);
      }
    }
    expect(shared).toEqual([]);
  });

  it('quote obstacles and promises from the answer itself', () => {
    for (const w of written) {
      for (const { evidence } of [...w.obstacles, ...w.promises]) expect(w.reply).toContain(evidence);
    }
  });

  it('refer to proposals that exist and are no later than themselves', () => {
    const years = new Map(written.map((w) => [w.key, w.year]));
    for (const { key, relation, year } of written) {
      if (relation?.kind === 'copy' || relation?.kind === 'fragment') {
        expect([key, (years.get(relation.to) ?? 9999) <= year]).toEqual([key, true]);
      }
      if (relation) expect([key, years.has(relation.to)]).toEqual([key, true]);
    }
  });
});

import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { canonicalOutcome, canonicalRating, readProfile } from '../../pipeline/outcome/profile.ts';
import { ROOT } from '../../pipeline/root.ts';
import { emptyFolder } from '../folder.ts';
import { writeFiles } from '../ingest/make-files.ts';

const SHIPPED = readdirSync(join(ROOT, 'data', 'jurisdictions')).map((file) => file.replace('.yaml', ''));
const own = (files: Record<string, string>) => {
  const folder = emptyFolder();
  writeFiles(
    folder,
    Object.fromEntries(Object.entries(files).map(([name, text]) => [`jurisdictions/${name}.yaml`, text])),
  );
  return folder;
};
const HEAD = 'name: 本县\nvalid_from: "2020-01-01"\nsource: 本县文件\n';

describe('readProfile', () => {
  it.each(SHIPPED)('reads the shipped profile %s, with deadlines, ratings and a scale', (id) => {
    const profile = readProfile(id, null);
    expect(profile.deadlines.lead).toBeDefined();
    expect(profile.deadlines.rehandle).toBeDefined();
    expect(profile.scale.length).toBeGreaterThanOrEqual(3);
    expect(canonicalRating('满意', profile)).toBe('satisfied');
    expect(profile.counted).not.toContain('co');
  });

  const means = (code: string) =>
    Object.fromEntries(SHIPPED.map((id) => [id, canonicalOutcome(code, readProfile(id, null))]));

  it('reads the same letter differently from place to place, and not at all where no rule says', () => {
    expect(means('B类')).toEqual({
      chongqing: null,
      'city-abcd': 'in_progress',
      'county-dates': 'in_progress',
      generic: null,
      'npc-2007': 'in_progress|planned',
      shandong: null,
      shanghai: null,
      'three-letter': 'in_progress|planned',
    });
    expect(means('Ｃ').npc_2007 ?? means('Ｃ')['npc-2007']).toBe('deferred');
    expect(means('Ｃ')['city-abcd']).toBe('planned');
    expect(means('D')['three-letter']).toBeNull();
  });

  it('takes from what it extends whatever it does not say itself', () => {
    const folder = own({
      county: `id: county\n${HEAD}extends: chongqing\noutcomes: []\ndeadlines:\n  co: 15天\n`,
    });
    const profile = readProfile('county', folder);
    expect(profile.deadlines.co).toEqual({ unit: 'days', count: 15 });
    expect(profile.deadlines.feedback).toEqual({ unit: 'working_days', count: 20 });
    expect(profile.scale).toEqual(['solved', 'planned', 'reference', 'beyond_authority']);
  });

  it('names every mistake with its line', () => {
    const text = `id: county\n${HEAD}outcomes:\n  - means: [done]\n    words: [A]\ndeadlines:\n  lead: 三个月\n  late: 3天\ncounted: [co]\n`;
    let message = '';
    try {
      readProfile('county', own({ county: text }));
    } catch (error) {
      message = String(error);
    }
    expect(message).toContain('第 6 行');
    expect(message).toMatch(/第 9 行：deadlines\.lead 应写成“3个月”/);
    expect(message).toContain('第 10 行');
    expect(message).toContain('第 11 行');
  });

  it('says so when profiles extend each other, or one that is not there', () => {
    const cycle = own({
      a: `id: a\n${HEAD}extends: b\noutcomes: []\n`,
      b: `id: b\n${HEAD}extends: a\noutcomes: []\n`,
    });
    expect(() => readProfile('a', cycle)).toThrow(/口径互相继承：a → b → a/);
    const lost = own({ a: `id: a\n${HEAD}extends: nowhere\noutcomes: []\n` });
    expect(() => readProfile('a', lost)).toThrow(/jurisdictions\/a\.yaml.*nowhere/);
  });
});

import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readTerms } from '../../pipeline/lint/terms.ts';
import { tokenize } from '../../pipeline/lint/tokens.ts';

describe('readTerms', () => {
  it('gives each phrase all its meanings', () => {
    const entry = readTerms()
      .byFirst.get('办')
      ?.find(({ head, tail }) => head === '办结' && tail === null);
    expect(entry?.meanings.map((m) => m.kind).sort()).toEqual(['progress', 'rate']);
  });

  it('names the line of a mistake in a workspace of staff', () => {
    const folder = mkdtempSync(join(tmpdir(), 'jianyan-'));
    writeFileSync(join(folder, 'report-terms.yaml'), 'receipt: 收到\n');
    expect(() => readTerms(folder)).toThrow(/report-terms\.yaml.*第 1 行/s);
  });
});

describe('tokenize', () => {
  it('takes the longest phrase at a place', () => {
    const tokens = tokenize('其中不满意1件', readTerms());
    expect(tokens.map((t) => (t.type === 'term' ? t.text : t.type))).toEqual(['其中', '不满意', 'quantity']);
  });
});

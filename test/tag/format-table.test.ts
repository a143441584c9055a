import { describe, expect, it } from 'vitest';
import { tableHeader, tableLine } from '../../pipeline/tag/format-table.ts';
import { displayWidth } from '../../pipeline/text/width.ts';

const row = {
  position: 1,
  file: '一.docx',
  subtopic: null,
  tagging: {
    id: '1',
    title: '关于在全市范围内进一步加强和改进老旧小区改造工作的若干建议'.repeat(3),
    topic: 'rural-living',
    topics: [{ id: 'rural-living', name: '农村人居与乡村振兴', score: 0.5 }],
    departments: [
      {
        name: '地方金融监督管理局',
        role: 'lead' as const,
        score: 0.25,
        reason: '职责：很长的依据'.repeat(30),
      },
      { name: '国有资产监督管理委员会', role: 'co' as const, score: 0.25, reason: '' },
      { name: '文化和旅游局', role: 'co' as const, score: 0.2, reason: '' },
    ],
    similar: [],
    review: true,
    why: [],
  },
};

describe.each([80, 94, 120, 200])('the table on a terminal of %i columns', (width) => {
  const lines = (tableHeader(width) + tableLine(row, width)).trimEnd().split('\n');

  it('keeps within it', () => {
    expect(lines).toHaveLength(3);
    for (const line of lines) expect(displayWidth(line)).toBeLessThanOrEqual(width);
  });

  it('stands its columns under their heads, and cuts no score', () => {
    const at = (line: string, text: string) => displayWidth(line.slice(0, line.indexOf(text)));
    const [head = '', answer = ''] = lines;
    expect(at(answer, '农村人居')).toBe(at(head, '主题'));
    expect(at(answer, '地方金融')).toBe(at(head, '主办建议'));
    expect(answer).toContain('0.50');
    expect(answer).toContain('0.25');
    expect(answer.startsWith('？')).toBe(true);
    expect(answer.includes('国有资产')).toBe(head.includes('会办建议'));
  });
});

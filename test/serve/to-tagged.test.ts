import { describe, expect, it } from 'vitest';
import { toTagged } from '../../pipeline/serve/to-tagged.ts';
import { loadTokenizer } from '../../pipeline/text/tokenize.ts';

const tokenize = await loadTokenizer();

function marks(reason: string, text: string) {
  const lead = { name: '水利局', role: 'lead' as const, score: 0.9, reason };
  const topic = { id: 'water', name: '水利', score: 0.9 };
  const rest = { topic: 'water', topics: [topic], similar: [], review: false, why: [] };
  const tagged = toTagged({ id: '1', title: '标题', departments: [lead], ...rest }, text, tokenize);
  return tagged.marks.filter((m) => m.field === 'text').map((m) => [text.slice(m.start, m.end), m.start]);
}

describe('toTagged', () => {
  it('marks what a reason quotes of the text, wherever it stands', () => {
    expect(marks('职责：堤防和圩堤加固（文中“堤加固”）', '大堤加固，再堤加固。')).toEqual([
      ['堤加固', 1],
      ['堤加固', 6],
    ]);
  });

  it('marks the words of a duty that quotes nothing, but not words of every proposal', () => {
    expect(marks('职责：堤防建设和管理', '堤防要建设。')).toEqual([['堤防', 0]]);
  });

  it('takes no reason from a topic that has the department as its default', () => {
    expect(marks('是主题“水利”的默认承办单位', '水利设施。')).toEqual([]);
  });

  it('gives offsets in the parts as well as in the whole text', () => {
    const text = '一、存在问题\n大堤渗漏。\n二、建议\n加固大堤。';
    const rest = { departments: [], similar: [], review: false, topic: 'water', topics: [] };
    const { sections, marks } = toTagged({ id: '1', title: '大堤', why: ['大堤'], ...rest }, text, tokenize);
    expect(sections).toEqual({ problem: '大堤渗漏。', analysis: null, suggestion: '加固大堤。' });
    expect(marks.map((m) => [m.field, m.start])).toEqual([
      ['title', 0],
      ['text', 7],
      ['text', 20],
      ['problem', 0],
      ['suggestion', 2],
    ]);
  });
});

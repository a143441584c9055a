import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readWritten } from '../../data/sample/make/written.ts';
import { findPromises } from '../../pipeline/answers/find-promises.ts';
import { readPromiseWords } from '../../pipeline/answers/promise-words.ts';
import { SAMPLE } from '../e2e/jianyan.ts';

const words = readPromiseWords();
const promises = (answer: string, replied: string | null = '2024-08-15') =>
  findPromises(answer, replied, words);

describe('findPromises', () => {
  it('gives what is promised as written, and by when', () => {
    expect(promises('二期正在施工，力争2025年6月底前建成，同步开通公交，群众反映良好。')).toEqual([
      { item: '二期正在施工，力争2025年6月底前建成，同步开通公交', due_on: '2025-06-30' },
    ]);
    expect(promises('我們將於2025年底前完成主幹道，2026年6月底前完成支路。')).toEqual([
      { item: '我們將於2025年底前完成主幹道', due_on: '2025-12-31' },
      { item: '2026年6月底前完成支路', due_on: '2026-06-30' },
    ]);
  });

  it('takes a time that is a clause of its own with the next one, and 并 with the one before', () => {
    expect(promises('2024年12月底前，为老人办好保险，并公布名单，其余照旧。')).toEqual([
      { item: '2024年12月底前，为老人办好保险，并公布名单', due_on: '2024-12-31' },
    ]);
  });

  it('leaves out what is done, past, impossible, or the proposer’s own words', () => {
    expect(promises('项目已于今年12月底前完成招标。')).toEqual([]);
    expect(promises('计划2024年6月底前完成。')).toEqual([]);
    expect(promises('年底前安排回购确有困难。')).toEqual([]);
    expect(promises('您提出2025年底前建成的要求。')).toEqual([]);
    expect(promises('自9月1日起执行新标准。')).toEqual([]);
  });

  it('keeps a plan without a time when it names something tangible, and no vague one', () => {
    expect(promises('下一步，我局将增设路灯二十盏。')).toEqual([
      { item: '下一步，我局将增设路灯二十盏', due_on: null },
    ]);
    expect(promises('下一步，我们将进一步加强研究。')).toEqual([]);
  });

  it('finds every promise planted in the sample city with its day, and few that are not', () => {
    const replied = new Map<string, string | null>();
    for (const line of readFileSync(join(SAMPLE, 'truth.jsonl'), 'utf8').trim().split('\n')) {
      const fact: { kind: string; key: string; replied_on: string | null } = JSON.parse(line);
      if (fact.kind === 'proposal') replied.set(fact.key, fact.replied_on);
    }
    let [right, missed, more] = [0, 0, 0];
    for (const { key, reply, promises: planted } of readWritten()) {
      if (!reply) continue;
      const read = promises(reply, replied.get(key) ?? null);
      for (const { item } of read) expect(reply).toContain(item);
      const isRead = ({ by, evidence }: { by: string; evidence: string }) =>
        read.some((r) => r.due_on === by && (r.item.includes(evidence) || evidence.includes(r.item)));
      right += planted.filter(isRead).length;
      missed += planted.filter((p) => !isRead(p)).length;
      more += read.filter((r) => r.due_on !== null && !planted.some((p) => p.by === r.due_on)).length;
    }
    expect([right + missed, missed]).toEqual([90, 0]);
    expect(right / (right + more)).toBeGreaterThan(0.9);
  });
});

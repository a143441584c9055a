import { describe, expect, it } from 'vitest';
import { keepPublishable } from '../../pipeline/share/keep-publishable.ts';

const proposal = (proposal_id: string, disclosure: string | null) => ({
  proposal_id,
  title: proposal_id,
  disclosure,
  text: '正文',
  proposer: '张三',
});
const TABLES = {
  proposals: [
    proposal('1', '主动公开'),
    proposal('2', '依申请公开'),
    proposal('3', null),
    proposal('4', '不予公开'),
  ],
  handlings: ['1', '2', '3', '4'].map((proposal_id) => ({
    proposal_id,
    reply_text: '答复',
    department_raw: '局',
  })),
  extras: [{ proposal_id: '1', value: '备注' }],
  topics: [{ topic: 'water' }],
};
const ids = (rows: readonly object[] | undefined) => rows?.map((row) => Object.entries(row)[0]?.[1]);

describe('keepPublishable', () => {
  it('keeps what is certainly publishable, without texts and proposers, and says what it leaves out', () => {
    const { kept, leftOut } = keepPublishable(TABLES, ['主动公开']);
    expect(kept.proposals).toEqual([
      {
        ...proposal('1', '主动公开'),
        text: null,
        proposer: null,
        problem: null,
        analysis: null,
        suggestion: null,
        sector: null,
      },
    ]);
    expect(ids(kept.handlings)).toEqual(['1']);
    expect(kept.extras).toEqual([]);
    expect(kept.topics).toEqual(TABLES.topics);
    expect(leftOut.map(({ disclosure }) => disclosure)).toEqual(['依申请公开', '未注明', '不予公开']);
  });

  it('takes more where the settings say so', () => {
    expect(ids(keepPublishable(TABLES, ['主动公开', '未注明']).kept.proposals)).toEqual(['1', '3']);
  });
});

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readTaxonomy } from '../../pipeline/classify/taxonomy.ts';
import { silentProgress } from '../../pipeline/progress.ts';
import { appendReview } from '../../pipeline/review/append-review.ts';
import { applyReviews, applyReviewsToRoutes } from '../../pipeline/review/apply-reviews.ts';
import type { Review } from '../../pipeline/review/columns.ts';
import { readDecisions } from '../../pipeline/review/read-decisions.ts';
import type { Classification, Proposal, Route } from '../../pipeline/rows.ts';
import { splitSections } from '../../pipeline/text/sections.ts';
import { emptyFolder } from '../folder.ts';
import { review } from './review.ts';

function proposal(proposal_id: string, title: string, text: string | null = null): Proposal {
  const unknown = { body: null, level: null, session: null, year: null, number: null, proposer: null };
  const alsoUnknown = {
    proposer_type: null,
    sector: null,
    district: null,
    category: null,
    submitted_on: null,
  };
  const filing = { filed: null, merged_into: null, key_proposal: null, disclosure: null };
  const source = { source_file: 'a.csv', source_row: 2 };
  return { proposal_id, title, text, ...splitSections(''), ...unknown, ...alsoUnknown, ...filing, ...source };
}

const PROPOSALS = [
  proposal('政协-2024-1', '关于修缮大堤的提案'),
  proposal('政协-2025-8', '关于延长末班车时间的建议', '26路末班车太早。'),
  proposal('政协-2020-8', '关于延长末班车时间的提案', '山区线路末班车太早。'),
];

/** Decisions from these lines of reviews.csv, and what the user was told. */
async function decisions(...lines: Partial<Review>[]) {
  const folder = emptyFolder();
  for (const line of lines) await appendReview(join(folder, 'reviews.csv'), review(line));
  const told: string[] = [];
  const progress = { ...silentProgress, notice: (says: string) => void told.push(says) };
  return { ...readDecisions(folder, PROPOSALS, readTaxonomy(), progress), told };
}

describe('readDecisions', () => {
  it('lets the lowest line win, for topic and departments apart', async () => {
    const { of, rows } = await decisions(
      { topic: '水利', lead: '市水务局', co: '财政局，应急管理局' },
      { topic: '生态环境' },
      { lead: '生态环境局', co: '' },
    );
    expect([...of]).toEqual([
      ['政协-2024-1', { topic: 'environment', subtopic: null, lead: '生态环境局', co: [] }],
    ]);
    expect(rows.map((r) => r.last)).toEqual([false, false, true]);
    expect(rows[0]).toMatchObject({ lead: '水利局', co: '财政局、应急管理局', reviewed_on: '2026-11-25' });
  });

  it('finds a proposal that had no number yet by its title, and by its text where two have that title', async () => {
    const text = '26路末班车太早。';
    const { of, told } = await decisions(
      { proposal_id: '新-1', title: '修缮大堤', topic: '水利' },
      { proposal_id: '新-2', title: '关于延长末班车时间的建议', text, topic: '交通运输' },
      { proposal_id: '新-3', title: '关于延长末班车时间的建议', text: '别的内容', topic: '教育' },
    );
    expect([...of.keys()]).toEqual(['政协-2024-1', '政协-2025-8']);
    expect(told).toEqual([expect.stringContaining('1 条人工决定没有对上台账里的案件')]);
  });

  it('tells of a topic that nobody knows, and of a last line that is not whole', async () => {
    const { of, told } = await decisions({ topic: '水力' });
    expect(of.get('政协-2024-1')?.topic).toBe(null);
    expect(told).toEqual([expect.stringContaining('不在主题词表里，本次未采用：水力')]);
    const folder = emptyFolder();
    writeFileSync(
      join(folder, 'reviews.csv'),
      '\uFEFF时间,案件标识,人工主题\r\n,政协-2024-1,水利\r\n,政协-20',
    );
    const half: string[] = [];
    const progress = { ...silentProgress, notice: (says: string) => void half.push(says) };
    expect(readDecisions(folder, PROPOSALS, readTaxonomy(), progress).of.size).toBe(1);
    expect(half).toEqual([expect.stringContaining('最后一行没有写完')]);
  });

  it('has none without a workspace or without a file', () => {
    expect(readDecisions(null, PROPOSALS, readTaxonomy(), silentProgress).rows).toEqual([]);
    expect(readDecisions(emptyFolder(), PROPOSALS, readTaxonomy(), silentProgress).rows).toEqual([]);
  });
});

describe('applyReviews', () => {
  const ranked = (topic: string, rank: number): Classification => ({
    proposal_id: '政协-2024-1',
    rank,
    topic,
    subtopic: rank === 1 ? 'flood-control' : null,
    score: 0.5 / rank,
    words: '大堤',
    method: 'model',
    review: true,
  });
  const other: Classification = { ...ranked('education', 1), proposal_id: '政协-2024-2' };
  const machine = [ranked('water', 1), ranked('environment', 2), other];

  it('puts the topic of a person first and alone, and leaves other proposals as they are', async () => {
    const { of } = await decisions({ topic: '生态环境' });
    expect(applyReviews(machine, of)).toEqual([
      {
        ...machine[0],
        topic: 'environment',
        subtopic: null,
        score: 1,
        words: '',
        method: 'person',
        review: false,
      },
      other,
    ]);
  });

  it('keeps words and second level where the machine said the same', async () => {
    const { of } = await decisions({ topic: '水利' });
    expect(applyReviews(machine, of)[0]).toMatchObject({
      subtopic: 'flood-control',
      words: '大堤',
      score: 1,
    });
  });

  it('does the same for departments', async () => {
    const { of } = await decisions({ lead: '水利局', co: '财政局' });
    const route = (rank: number, department: string): Route => ({
      proposal_id: '政协-2024-1',
      rank,
      department,
      role: 'lead',
      score: 0.4,
      reason: '职责',
      review: true,
    });
    const person = { proposal_id: '政协-2024-1', score: 1, reason: '人工确定', review: false };
    expect(applyReviewsToRoutes([route(1, '生态环境局'), route(2, '水利局')], of)).toEqual([
      { ...person, rank: 1, department: '水利局', role: 'lead' },
      { ...person, rank: 2, department: '财政局', role: 'co' },
    ]);
    expect(applyReviewsToRoutes([{ ...route(1, '水利局'), proposal_id: '别的' }], of)).toMatchObject([
      { score: 0.4 },
    ]);
  });
});

import { describe, expect, it } from 'vitest';
import { decided, trackIds } from './make.ts';

const A = ['政协-2020-1', '政协-2021-1', '政协-2022-1'];
const B = ['政协-2020-2', '政协-2022-2'];
const { registry } = trackIds([A, B]);
const issueOf = (r: typeof registry, id: string) => r.members.find((m) => m.proposal_id === id)?.issue;

describe('decide', () => {
  it('logs who decided what and when, and settles the issues at once', () => {
    const after = decided(registry, { action: '拆开', issue: 'YT-0001', proposals: ['政协-2022-1'] });
    expect(after.decisions).toEqual([
      {
        number: 1,
        decided_at: '2024-12-31 14:05',
        person: '张三',
        action: '拆开',
        issue: 'YT-0001',
        others: [],
        proposals: [{ proposal_id: '政协-2022-1', title: '关于第1号事项的提案' }],
        name: '',
        name_before: '',
        note: '',
      },
    ]);
    expect(after.issues[0]).toMatchObject({ members: 2, last_year: 2021 });
  });

  it('adds a proposal that belongs to no issue, and moves one that belongs to another', () => {
    const added = decided(registry, { action: '并案', targets: ['YT-0002', '政协-2024-9'] }, ['政协-2024-9']);
    expect(added.issues[1]).toMatchObject({ members: 3, last_year: 2024 });
    const moved = decided(added, { action: '并案', targets: ['YT-0001', '政协-2024-9'] });
    expect([issueOf(moved, '政协-2024-9'), moved.issues[1]?.members]).toEqual(['YT-0001', 2]);
  });

  it('makes a new issue of proposals that belong to none, and joins one to the issue of the other', () => {
    const loose = ['政协-2023-8', '政协-2024-8'];
    const made = decided(registry, { action: '并案', targets: loose }, loose);
    expect(made.issues[2]).toMatchObject({ issue: 'YT-0003', name: '第8号事项', members: 2 });
    const joined = decided(registry, { action: '并案', targets: ['政协-2023-8', '政协-2020-1'] }, loose);
    expect(issueOf(joined, '政协-2023-8')).toBe('YT-0001');
  });

  it('gives what leaves together a new number, and never one that was undone', () => {
    const wish = { action: '拆开', issue: 'YT-0001', proposals: ['政协-2021-1', '政协-2022-1'] } as const;
    const split = decided(registry, { ...wish, proposals: [...wish.proposals] });
    expect(issueOf(split, '政协-2022-1')).toBe('YT-0003');
    const again = decided(decided(split, { action: '撤销', number: 1 }), {
      ...wish,
      proposals: [...wish.proposals],
    });
    expect(issueOf(again, '政协-2022-1')).toBe('YT-0004');
  });

  it('takes a name back to the one before, but leaves a later one alone', () => {
    const first = decided(registry, { action: '改名', issue: 'YT-0001', name: '甲' });
    const second = decided(first, { action: '改名', issue: 'YT-0001', name: '乙' });
    const nameAfter = (number: number) => decided(second, { action: '撤销', number }).issues[0]?.name;
    expect([nameAfter(1), nameAfter(2)]).toEqual(['乙', '甲']);
    expect(decided(first, { action: '撤销', number: 1 }).issues[0]?.name).toBe('第1号事项');
  });

  it('leaves the questions of the machine open, but for the issue that the decision was about', () => {
    const asked = trackIds(
      [
        [...A, ...B],
        ['政协-2020-4', '政协-2021-4', '政协-2021-5'],
      ],
      registry,
    ).registry;
    expect(asked.issues.map((i) => i.status)).toEqual([
      '可能与 YT-0002 是一件事，请核对',
      '可能与 YT-0001 是一件事，请核对',
      '',
    ]);
    const named = decided(asked, { action: '改名', issue: 'YT-0002', name: '二' });
    expect(named.issues.map((i) => i.status)).toEqual(['可能与 YT-0002 是一件事，请核对', '', '']);
  });

  it.each([
    [{ action: '并案', targets: ['YT-0001'] }, /至少要写两个不同的议题或案件/],
    [{ action: '并案', targets: ['YT-0001', 'YT-0001'] }, /至少要写两个不同的议题或案件/],
    [{ action: '并案', targets: ['YT-0001', '政协-2020-1'] }, /本来就同在 YT-0001/],
    [{ action: '并案', targets: ['政协-2020-1', '政协-2020-2'] }, /要合并议题，请写：并案 YT-0001 YT-0002/],
    [{ action: '并案', targets: ['YT-0001', '政协-1999-1'] }, /政协-1999-1：没有这件提案或建议/],
    [{ action: '并案', targets: ['YT-0001', 'YT-0009'] }, /YT-0009：没有这个议题/],
    [{ action: '拆开', issue: 'YT-0001', proposals: ['政协-2020-2'] }, /政协-2020-2 不在议题 YT-0001 中/],
    [{ action: '拆开', issue: 'YT-0002', proposals: B }, /不能把全部案件都拆出去/],
    [{ action: '拆开', issue: 'YT-0001', proposals: [] }, /没有写要拆出的案件/],
    [{ action: '改名', issue: 'YT-0001', name: ' ' }, /没有写新的名称/],
    [{ action: '撤销', number: 7 }, /没有第 7 条决定/],
  ] as const)('refuses %j', (wish, says) => {
    const copy = structuredClone(wish);
    expect(() => decided(registry, { ...copy } as Parameters<typeof decided>[1])).toThrow(says);
  });

  it('refuses an issue that was merged away, in words that name the other, and to undo twice', () => {
    const merged = decided(registry, { action: '并案', targets: ['YT-0001', 'YT-0002'] });
    expect(() => decided(merged, { action: '改名', issue: 'YT-0002', name: '甲' })).toThrow(
      /已并入 YT-0001；请改用 YT-0001/,
    );
    expect(() => decided(merged, { action: '并案', targets: ['YT-0002', 'YT-0001'] })).toThrow(
      /已并入 YT-0001/,
    );
    const undone = decided(merged, { action: '撤销', number: 1 });
    expect(() => decided(undone, { action: '撤销', number: 1 })).toThrow(/已经撤销/);
    expect(() => decided(undone, { action: '撤销', number: 2 })).toThrow(/没有第 2 条决定/);
  });
});

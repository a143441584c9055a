import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Wish } from '../../pipeline/track/decide.ts';
import { emptyRegistry } from '../../pipeline/track/registry.ts';
import { standing } from '../../pipeline/track/rules.ts';
import { track } from '../../pipeline/track/track.ts';
import { decided, placesOf, proposal, trackIds } from './make.ts';

const A = ['政协-2020-1', '政协-2021-1'];
const B = ['政协-2020-2', '政协-2022-2'];

/** A set of proposals of 2020–2024, cut into clusters at random. */
const clusters = fc
  .uniqueArray(fc.tuple(fc.integer({ min: 2020, max: 2024 }), fc.integer({ min: 1, max: 9 })), {
    minLength: 1,
    maxLength: 25,
    selector: String,
  })
  .chain((ids) =>
    fc.tuple(fc.constant(ids), fc.array(fc.nat(7), { minLength: ids.length, maxLength: ids.length })),
  )
  .map(([ids, places]) => {
    const found = new Map<number, string[]>();
    for (const [at, [year, number]] of ids.entries()) {
      const place = places[at] ?? 0;
      found.set(place, [...(found.get(place) ?? []), `政协-${year}-${number}`]);
    }
    return [...found.values()];
  });

describe('track', () => {
  it('makes an issue of what at least two proposals raise', () => {
    const { issues, issue_members } = trackIds([A, ['政协-2020-3']]);
    expect(issues).toEqual([
      {
        issue: 'YT-0001',
        name: '第1号事项',
        named_by_hand: false,
        first_year: 2020,
        last_year: 2021,
        members: 2,
      },
    ]);
    expect(issue_members.map((m) => m.proposal_id)).toEqual(A);
  });

  it('numbers issues by when they were raised for the second time, so that a later year shifts none', () => {
    const before = placesOf(trackIds([A, B]));
    const after = placesOf(trackIds([['政协-2020-0', '政协-2023-7'], A, B]));
    expect(after).toMatchObject(before);
    expect(after['政协-2020-0']).toBe('YT-0003');
  });

  it('gives the same whatever the order of proposals, clusters and members', () => {
    fc.assert(
      fc.property(
        clusters,
        clusters,
        fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true })),
        (first, second, random) => {
          const shuffle = <T>(list: readonly T[]): T[] =>
            list
              .map((value) => ({ value, key: random.next().value ?? 0 }))
              .sort((a, b) => a.key - b.key)
              .map((x) => x.value);
          const { registry } = trackIds(first);
          const proposals = second.flat().map((id) => proposal(id));
          const straight = track(proposals, second, registry);
          const mixed = track(shuffle(proposals), shuffle(second).map(shuffle), registry);
          expect(mixed).toEqual(straight);
        },
      ),
    );
  });

  it('keeps every id and every place over any later run, gives no id twice, and forgets no issue and no member', () => {
    fc.assert(
      fc.property(fc.array(clusters, { minLength: 2, maxLength: 5 }), (runs) => {
        let registry = emptyRegistry();
        for (const run of runs) {
          const before = registry;
          registry = trackIds(run, registry).registry;
          const ids = registry.issues.map((i) => i.issue);
          expect(new Set(ids).size).toBe(ids.length);
          expect(ids.slice(0, before.issues.length)).toEqual(before.issues.map((i) => i.issue));
          const earlier = new Map(before.members.map((m) => [m.proposal_id, m.issue]));
          const moved = registry.members.filter((m) => (earlier.get(m.proposal_id) ?? m.issue) !== m.issue);
          expect(moved).toEqual([]);
          const members = registry.members.map((m) => m.proposal_id);
          expect(new Set(members).size).toBe(members.length);
          const absent = before.members.filter((m) => !run.flat().includes(m.proposal_id));
          expect(members).toEqual(expect.arrayContaining(absent.map((m) => m.proposal_id)));
        }
      }),
    );
  });

  it('changes no place when the same run comes again, or when an unrelated proposal joins', () => {
    fc.assert(
      fc.property(clusters, (run) => {
        const once = trackIds(run);
        expect(placesOf(trackIds(run, once.registry))).toEqual(placesOf(once));
        expect(placesOf(trackIds([...run, ['政协-2019-99']], once.registry))).toEqual(placesOf(once));
        expect(placesOf(trackIds([...run, ['政协-2019-99']]))).toEqual(placesOf(once));
      }),
    );
  });

  it('leaves registered members where they are when later data pull them apart or together, and asks a person', () => {
    const five = [...A, '政协-2022-1', '政协-2023-5', '政协-2024-5'];
    const { registry } = trackIds([five, B]);
    const apart = trackIds(
      [[...A, '政协-2022-1'], ['政协-2023-5', '政协-2024-5', '政协-2024-6'], B],
      registry,
    );
    expect(placesOf(apart)).toEqual({ ...placesOf(trackIds([five, B])), '政协-2024-6': 'YT-0001' });
    expect(apart.registry.issues[0]?.status).toBe('可能不止一件事，请核对');
    const together = trackIds([[...A, ...B, '政协-2024-6']], trackIds([A, B]).registry);
    expect(placesOf(together)).toEqual({ ...placesOf(trackIds([A, B])), '政协-2024-6': 'YT-0001' });
    expect(together.registry.issues.map((i) => i.status)).toEqual([
      '可能与 YT-0002 是一件事，请核对',
      '可能与 YT-0001 是一件事，请核对',
    ]);
  });

  it('knows an issue again after a year in which its ledgers were missing', () => {
    const { registry } = trackIds([A, B]);
    const gone = trackIds([B], registry);
    expect(gone.issues.map((i) => i.issue)).toEqual(['YT-0002']);
    expect(gone.registry.issues[0]).toMatchObject({
      issue: 'YT-0001',
      members: 0,
      status: '本次数据中不足两件',
    });
    expect(placesOf(trackIds([A, B, ['政协-2024-5', '政协-2024-6']], gone.registry))).toMatchObject({
      '政协-2020-1': 'YT-0001',
      '政协-2024-5': 'YT-0003',
    });
  });

  it('knows members again when a second level of government changes all ids', () => {
    const before = trackIds([A, B]).registry;
    const renamed = [A, B].map((cluster) => cluster.map((id) => id.replace('政协-', '政协-市-')));
    const proposals = [A, B].flat().map((id) =>
      proposal(id.replace('政协-', '政协-市-'), {
        ...proposal(id),
        proposal_id: id.replace('政协-', '政协-市-'),
      }),
    );
    const { registry, ...after } = track(proposals, renamed, before);
    expect(placesOf({ registry, ...after })['政协-市-2022-2']).toBe('YT-0002');
    expect(registry.members).toHaveLength(4);
  });

  it('keeps a name that a person wrote, and writes its own anew when the cell was emptied', () => {
    const { registry } = trackIds([A]);
    const named = (name: string) => ({ ...registry, issues: registry.issues.map((i) => ({ ...i, name })) });
    expect(trackIds([A], named('一号桥')).issues[0]).toMatchObject({ name: '一号桥', named_by_hand: true });
    expect(trackIds([A], named('')).issues[0]).toMatchObject({ name: '第1号事项', named_by_hand: false });
  });
});

describe('track under decisions', () => {
  const merged = decided(trackIds([A, B]).registry, { action: '并案', targets: ['YT-0001', 'YT-0002'] });

  it('keeps merged issues together in every later run, with what the machine adds to either', () => {
    const later = trackIds([A, [...B, '政协-2024-2']], merged);
    expect(later.issues).toMatchObject([{ issue: 'YT-0001', members: 5 }]);
    expect(later.issue_members.find((m) => m.proposal_id === '政协-2024-2')?.placed_by_hand).toBe(true);
    expect(later.registry.issues[1]).toMatchObject({ issue: 'YT-0002', status: '已并入 YT-0001' });
  });

  it('gives back after 撤销 what was there before, also after a run in between', () => {
    const undone = decided(trackIds([A, B], merged).registry, { action: '撤销', number: 1 });
    expect(placesOf(trackIds([A, B], undone))).toEqual(placesOf(trackIds([A, B])));
  });

  it('keeps a proposal out of the issue that a person took it out of, and lets it join another', () => {
    const three = [...A, '政协-2022-1'];
    const split = decided(trackIds([three, B]).registry, {
      action: '拆开',
      issue: 'YT-0001',
      proposals: ['政协-2022-1'],
    });
    expect(placesOf(trackIds([[...three, '政协-2023-1'], B], split))).toEqual({
      '政协-2020-1': 'YT-0001',
      '政协-2020-2': 'YT-0002',
      '政协-2021-1': 'YT-0001',
      '政协-2022-2': 'YT-0002',
      '政协-2023-1': 'YT-0001',
    });
    expect(placesOf(trackIds([A, ['政协-2022-1', '政协-2023-1']], split))).toMatchObject({
      '政协-2022-1': 'YT-0003',
      '政协-2023-1': 'YT-0003',
    });
  });

  it('keeps what was taken out together as an issue of its own, which new proposals of its kind join', () => {
    const four = [...A, '政协-2022-1', '政协-2022-3'];
    const split = decided(trackIds([four]).registry, {
      action: '拆开',
      issue: 'YT-0001',
      proposals: ['政协-2022-1', '政协-2022-3'],
    });
    expect(placesOf(trackIds([four], split))).toMatchObject({
      '政协-2020-1': 'YT-0001',
      '政协-2022-3': 'YT-0002',
    });
    const later = trackIds([A, ['政协-2022-1', '政协-2022-3', '政协-2024-1']], split);
    expect(placesOf(later)['政协-2024-1']).toBe('YT-0002');
  });

  it('asks no more what a person answered with 无误, until that is undone', () => {
    const grown = [[...A, ...B]];
    const asked = trackIds(grown, trackIds([A, B]).registry).registry;
    const answered = decided(asked, { action: '无误', issue: 'YT-0002' });
    const statuses = (registry: typeof asked) => registry.issues.map((i) => i.status);
    expect(statuses(answered)).toEqual(['', '']);
    expect(statuses(trackIds(grown, answered).registry)).toEqual(['', '']);
    const undone = decided(answered, { action: '撤销', number: 1 });
    expect(statuses(trackIds(grown, undone).registry)).toEqual(statuses(asked));
    const pulled = trackIds([['政协-2020-1'], ['政协-2021-1']], trackIds([A]).registry).registry;
    const one = decided(pulled, { action: '无误', issue: 'YT-0001' });
    expect(statuses(trackIds([['政协-2020-1'], ['政协-2021-1']], one).registry)).toEqual(['']);
  });

  it('holds every decision over any later run', () => {
    fc.assert(
      fc.property(clusters, clusters, fc.nat(20), fc.nat(20), (run, later, x, y) => {
        const before = trackIds(run).registry;
        const ids = before.members.map((m) => m.proposal_id);
        const [into, moved, out] = [
          before.issues[x % 3]?.issue,
          ids[y % ids.length],
          before.members[x % ids.length],
        ];
        fc.pre(into !== undefined && moved !== undefined && out?.issue !== undefined && out.issue !== null);
        let registry = before;
        try {
          registry = decided(registry, { action: '并案', targets: [into, moved] });
          if (out.proposal_id !== moved) {
            registry = decided(registry, { action: '拆开', issue: out.issue, proposals: [out.proposal_id] });
          }
        } catch (error) {
          if (!(error instanceof Error && error.name === 'InputError')) throw error;
        }
        const placed = placesOf(trackIds(later, registry));
        for (const { action, issue, proposals } of registry.decisions) {
          for (const { proposal_id } of proposals) {
            if (action === '并案') expect([undefined, issue]).toContain(placed[proposal_id]);
            else expect(placed[proposal_id]).not.toBe(issue);
          }
        }
      }),
    );
  });

  it('gives back everything when all decisions are undone, whatever they were', () => {
    fc.assert(
      fc.property(
        clusters,
        fc.array(fc.tuple(fc.nat(3), fc.nat(20), fc.nat(20)), { maxLength: 6 }),
        (run, picks) => {
          const before = trackIds(run);
          let { registry } = before;
          for (const [kind, x, y] of picks) {
            const ids = [...registry.issues.map((i) => i.issue), ...run.flat()];
            const pick = (at: number) => ids[at % ids.length] ?? '';
            const wishes: Wish[] = [
              { action: '并案', targets: [pick(x), pick(y)] },
              { action: '拆开', issue: pick(x), proposals: [pick(y), pick(y + 1)] },
              { action: '改名', issue: pick(x), name: `名称${y}` },
            ];
            try {
              registry = decided(registry, wishes[kind] ?? { action: '撤销', number: x }, run.flat());
            } catch (error) {
              if (!(error instanceof Error && error.name === 'InputError')) throw error;
            }
            registry = trackIds(run, registry).registry;
          }
          for (const { number } of standing(registry.decisions).reverse()) {
            registry = decided(registry, { action: '撤销', number });
          }
          const after = trackIds(run, registry);
          expect(placesOf(after)).toEqual(placesOf(before));
          expect(after.issues).toEqual(before.issues);
        },
      ),
    );
  });
});

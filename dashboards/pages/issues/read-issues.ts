import { type Row, rowAt, table, text } from '../../data.ts';
import type { View } from '../../view.ts';

/** The matters that come back, and which proposals raise each: columns, since there may be tens of thousands. */
interface Index {
  /** Rows of the table issues, most pressing first. */
  order: number[];
  /** Members of the issue in row i: rows start[i] up to start[i + 1] of the table issue_members. */
  start: Uint32Array;
  /** Number of the proposal of each member. */
  proposals: ArrayLike<number>;
}

let known: Index | undefined;

/** Rows of the issues of which at least one proposal passes the filters: to be reported first, then by raisings. */
export function issuesOf(view: View): number[] {
  known ??= readIndex();
  const { order, start, proposals } = known;
  return order.filter((issue) => {
    for (let i = start[issue] ?? 0; i < (start[issue + 1] ?? 0); i++)
      if (view.covers(proposals[i] ?? -1)) return true;
    return false;
  });
}

/** One issue with its raisings, oldest first. */
export interface Matter {
  issue: Row;
  raisings: { proposal: number; member: Row; row: Row }[];
}

export function matterAt(issue: number): Matter {
  known ??= readIndex();
  const { start, proposals } = known;
  const [issues, members, all] = ['issues', 'issue_members', 'proposals'].map(table);
  if (!issues || !members || !all) return { issue: {}, raisings: [] };
  const names = (of: typeof issues) => of.schema.fields.map((field) => field.name);
  const [from = 0, to = 0] = [start[issue], start[issue + 1]];
  return {
    issue: rowAt(issues, names(issues), issue),
    raisings: Array.from({ length: to - from }, (_, i) => {
      const proposal = proposals[from + i] ?? 0;
      const member = rowAt(members, names(members), from + i);
      return { proposal, member, row: rowAt(all, names(all), proposal) };
    }),
  };
}

function readIndex(): Index {
  const [issues, members] = [table('issues'), table('issue_members')];
  const ids = [...(issues.getChild('issue') ?? [])].map(text);
  const rowOf = new Map(ids.map((id, i) => [id, i]));
  const start = new Uint32Array(ids.length + 1);
  for (const id of members.getChild('issue') ?? []) {
    const next = (rowOf.get(text(id)) ?? 0) + 1;
    start[next] = (start[next] ?? 0) + 1;
  }
  for (let i = 1; i <= ids.length; i++) start[i] = (start[i] ?? 0) + (start[i - 1] ?? 0);
  const keys = ['special_report', 'after_solved', 'raisings'].map((name) =>
    Float64Array.from([...(issues.getChild(name) ?? [])].map(Number)),
  );
  const order = ids.map((_, i) => i);
  order.sort((a, b) => {
    for (const key of keys) {
      const apart = (key[b] ?? 0) - (key[a] ?? 0);
      if (apart !== 0) return apart;
    }
    return a - b;
  });
  return { order, start, proposals: members.getChild('proposal')?.toArray() ?? [] };
}

import type { Enumeration } from '../enumerate.ts';
import type { Mention } from '../mention.ts';

export const NOTE_KINDS = {
  report: '报告分段',
  duplicate: '重复报告',
  fragment: '报告片段',
  lost_share: '百分比缺失',
  impossible_rate: '比率凑不出',
  vague_rate: '比率含糊',
  rated_co: '会办件评价',
  rate_conflict: '评价矛盾',
  impossible_growth: '增幅凑不出',
  class_twice: '类别重复',
  mixed_wholes: '分母不一',
  total_unstated: '未写总数',
} as const;
export type NoteKind = keyof typeof NOTE_KINDS;

/** A finding that is no sum and no share. */
export interface Note {
  kind: NoteKind;
  /** In Chinese, for the writer of the report. */
  says: string;
  /** `text.slice(start, end)`, offsets in UTF-16 units. */
  evidence: string;
  start: number;
  end: number;
}

/** A note before its evidence is cut out: a stretch of the folded text. */
export interface Remark {
  kind: NoteKind;
  says: string;
  start: number;
  end: number;
}

export type Noter = (
  mentions: readonly Mention[],
  lists: readonly Enumeration[],
  text: string,
) => readonly Remark[];

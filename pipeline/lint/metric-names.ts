import type { Metric } from './productions.ts';

/** The metrics as officials call them. */
export const METRIC_NAMES: Record<Metric, string> = {
  received: '收到（承办）',
  filed: '立案',
  lead: '主办',
  co: '会办（协办）',
  lead_or_joint: '主办和合办',
  outcome_a: 'A 类（解决）',
  outcome_b: 'B 类（计划）',
  outcome_c: 'C 类（暂缓）',
  outcome_d: 'D 类（参考）',
  reply_rate: '答复率',
  completion_rate: '办结率',
  meeting_rate: '面商率',
  satisfaction_rate: '满意率',
  satisfied: '满意',
  basically_satisfied: '基本满意',
  dissatisfied: '不满意',
  merged: '并案',
  topic_count: '内容分类',
  adopted_rate: '采纳率',
  other: '其他',
};

import type { Body } from '../rows.ts';

/** What the cases of a body are called, in the order in which offices name them. */
export const BODY_WORDS: Record<Body | '不明', string> = {
  人大: '人大代表建议',
  政协: '政协提案',
  不明: '未注明类别的',
};

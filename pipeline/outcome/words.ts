/** The canonical values as officials read them, in the order in which they are stacked and listed. */
export const OUTCOME_WORDS: Record<string, string> = {
  solved: '解决采纳',
  in_progress: '正在解决',
  planned: '列入计划',
  deferred: '条件不足暂缓',
  reference: '留作参考',
  declined: '不予采纳',
  beyond_authority: '涉及上级职权',
};

export const RATING_WORDS: Record<string, string> = {
  satisfied: '满意',
  basically: '基本满意',
  understands: '理解',
  reserves: '保留',
  dissatisfied: '不满意',
};

/** How a department takes part. */
export const ROLE_WORDS: Record<string, string> = {
  lead: '主办',
  sole: '独办',
  separate: '分办',
  joint: '合办',
  co: '会办',
};

/** What became of a promise. */
export const PROMISE_WORDS: Record<string, string> = {
  kept: '按时兑现',
  kept_late: '逾期兑现',
  broken: '到期未兑现',
  open: '未到期',
  undated: '没有时限',
  unknown: '台账没有登记兑现情况',
};

/** A code in Chinese: a canonical value, a set of them, or a local word that no profile maps. */
export function inWords(canonical: string | null, raw: string | null, words: Record<string, string>): string {
  if (canonical === null) return `${raw ?? '未填'}（口径未列）`;
  return canonical
    .split('|')
    .map((code) => words[code] ?? code)
    .join('或');
}

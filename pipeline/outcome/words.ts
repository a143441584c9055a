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

/** A code in Chinese: a canonical value, a set of them, or a local word that no profile maps. */
export function inWords(canonical: string | null, raw: string | null, words: Record<string, string>): string {
  if (canonical === null) return `${raw ?? '未填'}（口径未列）`;
  return canonical
    .split('|')
    .map((code) => words[code] ?? code)
    .join('或');
}

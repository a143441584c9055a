import type { ProposalCase, SimilarCase } from '../../pipeline/serve/schemas.ts';
import { h } from '../dom.ts';
import { inWords, OUTCOME_WORDS, RATING_WORDS, ROLE_WORDS } from '../words.ts';

export const RELATION_WORDS: Record<SimilarCase['relation'], string> = {
  copy: '文字相同',
  fragment: '部分相同',
  same: '同一事项',
  kin: '同类问题',
  diff: '不同事项',
};

/** The id of an earlier case; what came in this week has none yet. */
export function nameOf({ proposal_id, this_week }: SimilarCase): string {
  return this_week ? '本周来件' : proposal_id;
}

export function outcomeOf({ outcome, outcome_raw }: Pick<ProposalCase, 'outcome' | 'outcome_raw'>): string {
  return outcome === null && outcome_raw === null ? '未填结果' : inWords(outcome, outcome_raw, OUTCOME_WORDS);
}

/** Who handled an earlier case and what became of it. */
export function caseFacts(found: ProposalCase): HTMLElement {
  const source = found.source_row > 0 ? `${found.source_file} 第 ${found.source_row} 行` : found.source_file;
  const facts: [string, string | null][] = [
    ['主题', [found.topic_name, found.subtopic_name].filter(Boolean).join(' / ')],
    ['提案人', found.proposer],
    ['主办', found.departments],
    ['会办', found.co_departments],
    ['结果', outcomeOf(found)],
    ['评价', found.result_final === null ? null : (RATING_WORDS[found.result_final] ?? found.result_final)],
    ['来源', source],
  ];
  const filled = facts.filter(([, value]) => value !== null && value !== '');
  return h('dl', {}, ...filled.flatMap(([name, value]) => [h('dt', {}, name), h('dd', {}, value)]));
}

/** The answers, each under its department. */
export function caseReplies({ handlings }: ProposalCase): HTMLElement[] {
  return handlings
    .filter((x) => x.reply_text !== null)
    .map((x) =>
      h(
        'section',
        { class: 'reply' },
        h(
          'h4',
          {},
          `${x.department ?? '承办单位'}（${ROLE_WORDS[x.role] ?? x.role}）答复${x.replied_on ? ` ${x.replied_on}` : ''}`,
        ),
        h('div', { class: 'text' }, x.reply_text),
      ),
    );
}

import { type Row, text, type Value } from '../../data.ts';
import { h } from '../../dom.ts';
import { link } from '../../navigate.ts';
import { share } from '../../words.ts';

/** Who proposed what and when, and by which words its topic was told. */
export function factsOf(row: Row, number: number): Node[] {
  const yes = (value: Value | undefined, word: string) => (value === true ? word : '');
  const facts: [string, Node | string][] = [
    ['编号', text(row.proposal_id)],
    ['类别', joined([row.body, row.period === row.year ? row.year : row.period], '　')],
    ['提案人', joined([row.proposer, row.proposer_type, row.sector], '，')],
    ['地区', text(row.district)],
    ['提交', text(row.submitted_on)],
    ['立案', joined([row.filed, yes(row.key_proposal, '重点')], '，')],
    ['并入', row.merged_into ? link(text(row.merged_into), { case: text(row.merged_into) }) : ''],
    ['公开属性', text(row.disclosure)],
    ['台账分类', text(row.category)],
    ['主题', topicOf(row)],
    ['判定词', text(row.topic_words)],
    ['来源', sourceOf(row)],
  ];
  return [
    h(
      'dl',
      { class: 'facts', 'data-proposal': String(number) },
      ...facts
        .filter(([, value]) => value !== '')
        .flatMap(([name, value]) => [h('dt', {}, name), h('dd', {}, value)]),
    ),
  ];
}

function topicOf(row: Row): string {
  const topic = joined([row.topic_name, row.subtopic_name], ' › ');
  const score = typeof row.topic_score === 'number' ? `（得分 ${share(row.topic_score)}）` : '';
  return `${topic}${score}${row.topic_review === true ? '，把握不足，须人工复核' : ''}`;
}

/** Row 0 stands for a document of its own. */
function sourceOf({ source_file, source_row }: Row): string {
  const file = text(source_file);
  return source_row ? `${file} 第 ${source_row} 行` : file;
}

function joined(parts: readonly (Value | undefined)[], mark: string): string {
  return [...new Set(parts.map(text))].filter(Boolean).join(mark);
}

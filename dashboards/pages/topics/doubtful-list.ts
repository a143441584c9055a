import { num, rowAt, table, text } from '../../data.ts';
import { dataTable, h } from '../../dom.ts';
import { link } from '../../navigate.ts';
import type { View } from '../../view.ts';

const SHOWN = 50;
const COLUMNS = ['proposal_id', 'title', 'topic_name', 'subtopic_name', 'topic_score', 'topic_words'];

/** The proposals whose topic a person should look at, the least certain first. Nothing where the page cannot say. */
export function doubtfulList(view: View): Node[] {
  const source = table('proposals');
  const review = source.getChild('topic_review');
  const scores: ArrayLike<number> = source.getChild('topic_score')?.toArray() ?? [];
  if (!review || !source.getChild('title')) return [];
  const found: number[] = [];
  for (let i = 0; i < source.numRows; i++) if (view.covers(i) && review.get(i) === true) found.push(i);
  if (found.length === 0) return [];
  found.sort((a, b) => (scores[a] ?? 0) - (scores[b] ?? 0) || a - b);
  const cells = found.slice(0, SHOWN).map((i) => {
    const row = rowAt(source, COLUMNS, i);
    const id = text(row.proposal_id);
    return [
      link(id, { tab: 'proposals', case: id }),
      text(row.title),
      [text(row.topic_name), text(row.subtopic_name)].filter(Boolean).join(' / '),
      num(row.topic_score).toFixed(2),
      text(row.topic_words),
    ];
  });
  const more = found.length > SHOWN ? `，先列把握最小的 ${SHOWN} 件` : '';
  return [
    h('h3', {}, '待复核的主题'),
    h(
      'p',
      { class: 'note' },
      `${found.length} 件机器把握不足${more}；在分办台或用 jianyan review 复核后，再次运行即更新。得分是判对的概率。`,
    ),
    h(
      'details',
      {},
      h('summary', {}, `列出 ${Math.min(SHOWN, found.length)} 件`),
      dataTable(['案件', '标题', '机器判定', '得分', '判定词'], cells),
    ),
  ];
}

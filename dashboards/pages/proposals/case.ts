import { rowAt, table, text } from '../../data.ts';
import { h } from '../../dom.ts';
import { link } from '../../navigate.ts';
import { answersOf } from './case-answers.ts';
import { factsOf } from './case-facts.ts';
import { handlingOf } from './case-handling.ts';
import { issueOf } from './case-issue.ts';
import { similarOf } from './case-similar.ts';
import { textsOf } from './case-texts.ts';

/** All that is known of one proposal. */
export function caseOf(id: string): Node[] {
  const back = h('p', { class: 'note back' }, link('← 返回提案清单', { case: null }));
  const number = numberOf(id);
  if (number === null)
    return [back, h('p', { class: 'empty' }, `本看板没有“${id}”这一件，可能是另一次运行的编号`)];
  const source = table('proposals');
  const row = rowAt(
    source,
    source.schema.fields.map((f) => f.name),
    number,
  );
  back.append('　以下为本件的全部记载，不受上方筛选影响');
  return [
    back,
    h('h3', { class: 'case-title' }, text(row.title)),
    ...factsOf(row, number),
    ...handlingOf(number),
    ...issueOf(number),
    ...similarOf(number),
    ...textsOf(number, text(row.source_file)),
    ...answersOf(number, text(row.source_file)),
  ];
}

/** The number of a proposal in the tables, null when there is none. */
function numberOf(id: string): number | null {
  const ids = table('proposals').getChild('proposal_id');
  for (let i = 0; ids && i < ids.length; i++) if (ids.get(i) === id) return i;
  return null;
}

import { table, text } from '../../data.ts';
import { h } from '../../dom.ts';
import { link } from '../../navigate.ts';

/** A proposal by its number in the tables: id, and its title as a link to the case. */
export function proposalLink(number: number): Node[] {
  const source = table('proposals');
  const id = text(source.getChild('proposal_id')?.get(number));
  const title = link(text(source.getChild('title')?.get(number)), { case: id });
  return [h('span', { class: 'id' }, id), h('bdi', {}, title)];
}

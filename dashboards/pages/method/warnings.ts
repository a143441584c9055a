import { has, rows, text } from '../../data.ts';
import { h } from '../../dom.ts';
import type { View } from '../../view.ts';
import { folded } from './folded.ts';

/** What is right and yet easily misread, by kind. */
export function warningsOf(view: View): Node[] {
  if (!has('data_warnings')) return [];
  const all = rows('data_warnings');
  const kinds = [...new Set(all.map((row) => text(row.kind)))];
  return [
    h('h3', {}, '易误读之处'),
    ...(kinds.length === 0 ? [h('p', {}, '没有需要提醒的')] : []),
    ...kinds.flatMap((kind) => {
      const own = all.filter((row) => row.kind === kind);
      const cells = own.map((row) => [text(row.period), text(row.body), text(row.subject), text(row.says)]);
      return folded(view, kind, own.length, ['年度', '类别', '涉及', '说明'], cells);
    }),
  ];
}

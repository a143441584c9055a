import { has, num, rows, text } from '../../data.ts';
import { dataTable, h } from '../../dom.ts';
import { link } from '../../navigate.ts';
import type { View } from '../../view.ts';
import { folded } from './folded.ts';

/** How much of each column is missing, and what is odd in single rows. */
export function healthOf(view: View): Node[] {
  return [...missing(), ...findings(view)];
}

function missing(): Node[] {
  if (!has('health_missing')) return [];
  const all = rows('health_missing');
  const periods = [...new Set(all.map((row) => text(row.period)))].sort((a, b) =>
    a.localeCompare(b, 'zh', { numeric: true }),
  );
  const fields = [...new Set(all.map((row) => text(row.field)))];
  const cell = (field: string, period: string) => {
    const row = all.find((r) => r.field === field && r.period === period);
    return row ? `${num(row.missing)}/${num(row.proposals)}` : '';
  };
  return [
    h('h3', {}, '缺项'),
    h('p', { class: 'note' }, '缺少的件数/应有的件数，按年度或届次。'),
    dataTable(
      ['项目', ...periods],
      fields.map((field) => [field, ...periods.map((period) => cell(field, period))]),
    ),
  ];
}

function findings(view: View): Node[] {
  if (!has('health_findings')) return [];
  const all = rows('health_findings');
  const kinds = [...new Set(all.map((row) => text(row.kind)))];
  return [
    h('h3', {}, '逐条问题'),
    ...(kinds.length === 0 ? [h('p', {}, '没有发现问题')] : []),
    ...kinds.flatMap((kind) => {
      const own = all.filter((row) => row.kind === kind);
      const cells = own.map((row) => [
        text(row.proposal_id),
        text(row.department),
        text(row.says),
        `${text(row.source_file)} ${row.source_row || ''}`,
      ]);
      return folded(
        view,
        kind,
        num(own[0]?.of_kind),
        ['编号', '承办单位', '说明', '来源（文件和行）'],
        cells,
      );
    }),
  ].map(linked);
}

/** The ids in a list lead to their cases. */
function linked(node: Node): Node {
  if (!(node instanceof HTMLElement)) return node;
  for (const cell of node.querySelectorAll('td:first-child'))
    if (cell.textContent)
      cell.replaceChildren(link(cell.textContent, { tab: 'proposals', case: cell.textContent }));
  return node;
}

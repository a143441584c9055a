import { definition } from '../../pipeline/outcome/metrics-of.ts';
import { cube, facts, num, rows, text } from '../data.ts';
import { dataTable, h } from '../dom.ts';
import type { Page } from '../view.ts';

/** What is no metric of data/metrics.yaml. */
const OTHER_DEFINITIONS: [string, string][] = [
  ['件数', '台账和单独文档中的提案、建议，一件一计；同一件在台账中按单位分行的合为一件。'],
  [
    '件和件次',
    '合计、主题等按件，一件多个单位答复的只计第一个应答复单位；单位之间比较按件次，每个应答复单位各计一次。',
  ],
  ['95% 区间', 'Wilson 区间。件数少时区间宽，不宜据此排名。'],
  ['主题', '由训练好的分类模型与主题词表共同判定，得分是判对的概率；达不到要求准确率的标“？”，需人工复核。'],
];

export const methodPage: Page = () => {
  const missing = rows('health_missing');
  const periods = [...new Set(missing.map((r) => text(r.period)))].sort((a, b) =>
    a.localeCompare(b, 'zh', { numeric: true }),
  );
  const fields = [...new Set(missing.map((r) => text(r.field)))];
  const cell = (field: string, period: string) => {
    const row = missing.find((r) => r.field === field && r.period === period);
    return row ? `${num(row.missing)}/${num(row.proposals)}` : '';
  };
  const findings = rows('health_findings');
  const kinds = [...new Set(findings.map((r) => text(r.kind)))];
  const rejects = rows('rejects');
  return [
    h('h3', {}, '指标口径'),
    h(
      'dl',
      { class: 'definitions' },
      ...[
        ...OTHER_DEFINITIONS,
        ...cube().metrics.map((m): [string, string] => [m.name, `${definition(m)}依据：${m.source}。`]),
      ].flatMap(([name, says]) => [h('dt', {}, name), h('dd', {}, says)]),
    ),
    h('h3', {}, '数据提醒'),
    ...warnings(),
    h('h3', {}, '缺项（缺少件数/应有件数）'),
    dataTable(
      ['项目', ...periods],
      fields.map((f) => [f, ...periods.map((p) => cell(f, p))]),
    ),
    h('h3', {}, '逐条问题'),
    ...(kinds.length === 0 ? [h('p', {}, '没有发现问题')] : []),
    ...kinds.map((kind) => {
      const own = findings.filter((r) => r.kind === kind);
      const list = own
        .slice(0, 200)
        .map((r) => [
          text(r.proposal_id),
          text(r.department),
          text(r.says),
          `${text(r.source_file)} ${r.source_row || ''}`,
        ]);
      return h(
        'details',
        {},
        h('summary', {}, `${kind}：${own.length} 条`),
        dataTable(['案件', '单位', '说明', '来源'], list),
      );
    }),
    h('h3', {}, '未能读入的内容'),
    rejects.length === 0
      ? h('p', {}, '全部读入')
      : dataTable(
          ['文件', '工作表', '行', '列', '原值', '原因'],
          rejects
            .slice(0, 200)
            .map((r) => [
              text(r.file),
              text(r.sheet),
              num(r.row),
              text(r.column_name),
              text(r.value),
              text(r.reason),
            ]),
        ),
    h(
      'p',
      { class: 'note' },
      `由建言 ${facts().version} 生成。逐条明细在同一文件夹的 tables.xlsx 和 analysis.duckdb 里。`,
    ),
  ];
};

/** What is right and yet easily misread, by kind. */
function warnings(): Node[] {
  const all = rows('data_warnings');
  const kinds = [...new Set(all.map((r) => text(r.kind)))];
  if (kinds.length === 0) return [h('p', {}, '没有需要提醒的')];
  return kinds.map((kind) => {
    const own = all.filter((r) => r.kind === kind);
    const list = own.map((r) => [text(r.period), text(r.body), text(r.subject), text(r.says)]);
    return h(
      'details',
      {},
      h('summary', {}, `${kind}：${own.length} 条`),
      dataTable(['年度', '类别', '涉及', '说明'], list),
    );
  });
}

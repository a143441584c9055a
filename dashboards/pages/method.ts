import { facts, rows } from '../data.ts';
import { dataTable, h } from '../dom.ts';
import { num, type Page, periodsOf, text } from './select.ts';

const DEFINITIONS: [string, string][] = [
  ['件数', '台账和单独文档中的提案、建议，一件一计；同一件在台账中按单位分行的合为一件。'],
  ['答复率', '已答复件数 ÷ 已交办件数，按第一应答复单位（主办、独办、分办、合办）。会办单位不计。'],
  [
    '按时答复率',
    '未逾期件数 ÷ 有答复期限的件数。台账没有写期限的，按口径从交办日推算；到统计日未答复且已过期的算逾期。',
  ],
  ['面商率', '台账记载已面商的件数 ÷ 台账设有面商栏的件数；栏目空着的按未面商计，没有这一栏的台账不计入。'],
  ['解决率', '办理结果为“解决采纳”的件数 ÷ 办理结果可按口径换算的件数。'],
  ['满意率', '最终评价（办理结果维度）为“满意”的件数 ÷ 有最终评价的件数；另列含“基本满意”的口径。'],
  ['95% 区间', 'Wilson 区间。件数少时区间宽，不宜据此排名。'],
  ['主题', '由训练好的分类模型与主题词表共同判定，得分是判对的概率；达不到要求准确率的标“？”，需人工复核。'],
];

export const methodPage: Page = () => {
  const missing = rows('health_missing');
  const periods = periodsOf(missing);
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
      ...DEFINITIONS.flatMap(([name, says]) => [h('dt', {}, name), h('dd', {}, says)]),
    ),
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

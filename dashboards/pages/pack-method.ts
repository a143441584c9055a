import { definition } from '../../pipeline/outcome/metrics-of.ts';
import { cube, rows, text } from '../data.ts';
import { dataTable, h } from '../dom.ts';
import { facts } from '../facts.ts';
import type { Page } from '../view.ts';

/** What a department's pack holds and how its numbers are defined. */
export const packMethodPage: Page = () => {
  const { department, audience, version } = facts();
  const warnings = rows('data_warnings').map((row) => [text(row.kind), text(row.period), text(row.says)]);
  return [
    h('h3', {}, '本分册的范围'),
    h(
      'ul',
      {},
      h('li', {}, `逐件列出的只有${department ?? '本单位'}应答复的件，会办的和其他单位的都不在这份文件里。`),
      h('li', {}, '其他单位只有合计的分子分母，用于比较；反复提出的议题只列各次都由本单位答复的。'),
      h('li', {}, '一件由几个单位答复的，统计只取本单位的答复。'),
      audience === 'leadership' ? h('li', {}, '电话、邮箱、证件号、银行卡号、住址等个人信息已隐去。') : null,
    ),
    h('h3', {}, '数据提醒'),
    warnings.length === 0 ? h('p', {}, '没有需要提醒的') : dataTable(['提醒', '年度', '说明'], warnings),
    h('h3', {}, '指标口径'),
    h(
      'dl',
      { class: 'definitions' },
      ...cube().metrics.flatMap((metric) => [
        h('dt', {}, metric.name),
        h('dd', {}, `${definition(metric)}依据：${metric.source}。`),
      ]),
    ),
    h('p', { class: 'note' }, `由建言 ${version ?? ''} 生成。`),
  ];
};

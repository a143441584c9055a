import { definition } from '../../../pipeline/outcome/metrics-of.ts';
import { rows, text } from '../../data.ts';
import { dataTable, h } from '../../dom.ts';
import { facts } from '../../facts.ts';
import { metrics } from './published.ts';

const PRINCIPLES = [
  '只列公开属性允许公开的件（默认只有“主动公开”）；依申请公开、没有注明的不列，不予公开的任何时候都不列。统计也只算列出的件。',
  '不写提案人、办理人员的姓名；标题里的人名、电话、邮箱、证件号、银行卡号、住址按规则隐去。',
  '1 至 4 的数字不公布；比率的分子、分母与分子之差是 1 至 4 的也不公布。与这样的数字相加减可以得出它的，一并不公布，所以有的大数也是空的。',
  '公布前逐个核对：拿公布的所有数字和指标之间的加减关系反推，每个不公布的小数都至少还有另一种可能；做不到的，再多不公布一些。',
  '目录只有年度、类别、编号、标题，不列主题、承办单位、结果和评价。编号有间断是正常的。',
];

/** What is withheld and why, and what the numbers mean. */
export function publicMethod(): Node[] {
  const withheld = rows('withheld');
  const of = (kind: string) => withheld.filter((row) => row.kind === kind);
  const cases = [...of('不列的件'), ...of('标题中隐去')];
  const numbers = of('不公布的数字');
  const years = [...new Set(numbers.map((row) => text(row.year)))];
  return [
    h('h3', {}, '公开稿的规则'),
    h('ul', {}, ...PRINCIPLES.map((says) => h('li', {}, says))),
    h('h3', {}, '没有公布的内容'),
    cases.length === 0
      ? h('p', {}, '没有不列的件，标题也没有隐去的内容。')
      : dataTable(
          ['类型', '内容', '数目', '规则'],
          cases.map((row) => [text(row.kind), text(row.what), text(row.amount), text(row.rule)]),
        ),
    ...years.map((year) => {
      const own = numbers.filter((row) => text(row.year) === year);
      return h(
        'details',
        {},
        h('summary', {}, `${year === '' ? '年度不详' : `${year}年`}：${own.length} 行有不公布的数字`),
        dataTable(
          ['涉及', '不公布的数字'],
          own.map((row) => [text(row.name), text(row.what)]),
        ),
      );
    }),
    h('h3', {}, '指标口径'),
    h(
      'dl',
      { class: 'definitions' },
      ...metrics().flatMap((metric) => [
        h('dt', {}, metric.name),
        h('dd', {}, `${definition(metric)}依据：${metric.source}。`),
      ]),
    ),
    h('p', { class: 'note' }, `由建言 ${facts().version ?? ''} 生成。`),
  ];
}

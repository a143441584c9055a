import type { Evaluation } from '../../pipeline/classify/evaluate.ts';
import { precisionAndRecall, reliabilityCurve } from '../charts.ts';
import { dataTable, h } from '../dom.ts';
import { figure } from '../figure.ts';

/** The page of `jianyan evaluate --html`: how good a classifier is, and what to look at. */
export function evaluationPage(e: Evaluation, width: number): HTMLElement[] {
  const sure = e.coverage.find((c) => c.precision === 0.9);
  const finding = `每 100 条判对 ${Math.round(e.accuracy * 100)} 条；要求准确率九成时，${percent(sure?.share ?? 0)} 可以自动判断，其余交人工复核。`;
  return [
    h('p', { class: 'finding' }, finding),
    h(
      'p',
      { class: 'note' },
      `${e.method}；标签列“${e.label}”，共 ${e.documents} 条。${e.notices.join('；')}`,
    ),
    dataTable(
      [
        '准确率',
        '前三',
        '宏平均 F1',
        '加权 F1',
        '概率误差（ECE）',
        '准确率 90% 可自动判断',
        '准确率 95% 可自动判断',
      ],
      [
        [
          ...[e.accuracy, e.top3, e.macro_f1, e.weighted_f1].map(percent),
          e.calibration_error.toFixed(3),
          ...e.coverage.map((c) => percent(c.share)),
        ],
      ],
    ),
    figure({
      title: '各标签的精确率和召回率',
      note: '精确率低：常被误判成它；召回率低：它常被误判成别的；括号内为条数',
      chart: precisionAndRecall(e.classes, { width: width - 34 }),
      columns: ['标签', '条数', '精确率', '召回率', 'F1'],
      cells: e.classes.map((c) => [
        c.label,
        c.support,
        percent(c.precision),
        percent(c.recall),
        percent(c.f1),
      ]),
    }),
    figure({
      title: '说的概率与实际',
      note: '点在虚线上，说明模型说的概率可信；在虚线下方，说明它过于自信',
      chart: reliabilityCurve(e.reliability, { width: width - 34 }),
      columns: ['概率区间', '条数', '平均概率', '实际正确'],
      cells: e.reliability.map((b) => [
        `${b.from.toFixed(1)}–${b.to.toFixed(1)}`,
        b.documents,
        percent(b.stated),
        percent(b.right),
      ]),
    }),
    ...listed(
      '最常混淆',
      ['应为', '判为', '条数'],
      e.confusions.map((c) => [c.truth, c.predicted, c.documents]),
    ),
    ...listed('台账标签疑似有误，请核对', MISTAKES, e.suspected.map(mistake)),
    ...listed('错得最有把握的', MISTAKES, e.mistakes.map(mistake)),
    ...listed(
      '样本不足 10 条的标签',
      ['标签', '条数'],
      e.few.map((f) => [f.label, f.documents]),
    ),
    ...listed(
      '用往年训练、测当年',
      ['年度', '训练条数', '测试条数', '准确率', '宏平均 F1'],
      e.by_year.map((y) => [
        String(y.year),
        y.trained_on,
        y.documents,
        percent(y.accuracy),
        percent(y.macro_f1),
      ]),
    ),
  ];
}

const MISTAKES = ['编号', '标题', '正文（节选）', '台账标签', '模型判断', '概率', '最像的样本'];

function mistake(m: Evaluation['mistakes'][number]): string[] {
  return [m.id, m.title, m.text, m.truth, m.predicted, m.score.toFixed(2), m.nearest];
}

function listed(title: string, columns: string[], cells: (string | number)[][]): HTMLElement[] {
  return cells.length === 0 ? [] : [h('h3', {}, title), dataTable(columns, cells)];
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1)}%`;
}

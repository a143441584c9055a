import { padEnd } from '../text/width.ts';
import type { Evaluation } from './evaluate.ts';

/** The evaluation as a page for the terminal. */
export function printEvaluation(e: Evaluation): string {
  const lines = [
    `评估（${e.method}）：${e.documents} 条`,
    ...e.notices,
    '',
    `准确率 ${share(e.accuracy)}　前三 ${share(e.top3)}　宏平均 F1 ${share(e.macro_f1)}　加权 F1 ${share(e.weighted_f1)}`,
    `概率误差（ECE） ${e.calibration_error.toFixed(3)}`,
    ...e.coverage.map(
      ({ precision, share: s, score }) =>
        `准确率 ${Math.round(precision * 100)}% 时可自动判断 ${share(s)}${s > 0 ? `（概率不低于 ${score.toFixed(2)}）` : ''}`,
    ),
    '',
    '一、各标签',
    row(['标签', '条数', '精确率', '召回率', 'F1']),
    ...e.classes.map((c) =>
      row([c.label, String(c.support), share(c.precision), share(c.recall), share(c.f1)]),
    ),
    ...section(
      '二、最常混淆',
      e.confusions.map((c) => `应为 ${c.truth}，判为 ${c.predicted}：${c.documents} 条`),
    ),
    ...section(
      '三、错得最有把握的',
      e.mistakes.map(
        (m) =>
          `${m.id}　${m.title}　应为 ${m.truth}，判为 ${m.predicted}（${m.score.toFixed(2)}）${body(m.text)}`,
      ),
    ),
    ...section(
      '四、台账标签疑似有误，请核对',
      e.suspected.map(
        (m) =>
          `${m.id}　${m.title}　台账为 ${m.truth}，模型认为 ${m.predicted}（${m.score.toFixed(2)}）；最像：${m.nearest}${body(m.text)}`,
      ),
    ),
    ...section(
      '五、样本不足 10 条的标签',
      e.few.map((f) => `${f.label}：${f.documents} 条`),
    ),
    ...section(
      '六、用往年训练、测当年',
      e.by_year.map(
        (y) =>
          `${y.year} 年　训练 ${y.trained_on} 条、测试 ${y.documents} 条　准确率 ${share(y.accuracy)}　宏平均 F1 ${share(y.macro_f1)}`,
      ),
    ),
    ...section(
      '七、说的概率与实际',
      e.reliability.map(
        (b) =>
          `${b.from.toFixed(1)}–${b.to.toFixed(1)}　${b.documents} 条　平均概率 ${share(b.stated)}　实际正确 ${share(b.right)}`,
      ),
    ),
  ];
  return `${lines.join('\n')}\n`;
}

function body(text: string): string {
  return text === '' ? '' : `\n    正文：${text.replace(/\s+/g, ' ')}`;
}

function section(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : ['', title, ...lines.map((line) => `  ${line}`)];
}

function row(cells: readonly string[]): string {
  return `  ${cells.map((cell, i) => padEnd(cell, i === 0 ? 28 : 10)).join('')}`.trimEnd();
}

function share(value: number): string {
  return `${(value * 100).toFixed(1)}%`;
}

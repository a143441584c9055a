import { displayWidth, padEnd, padStart } from '../text/width.ts';
import type { Check } from './check.ts';
import type { Fact } from './facts.ts';
import { type LintedFile, type LintedReport, nameOf } from './lint.ts';
import { METRIC_NAMES } from './metric-names.ts';
import { NOTE_KINDS, type Note } from './notes/note.ts';

const CLASS_NAMES: Record<NonNullable<Check['class']>, string> = {
  error: '算错',
  rounding: '尾数不对',
  incomplete: '有余数未交代',
};

/** Columns of a terminal; evidence is cut to them. */
const WIDTH = 100;

/** The findings of one file for the terminal: what does not come out first, then notes, then the figures. */
export function printLint(linted: LintedFile): string {
  const { facts, checks, notes, file, reports } = linted;
  const failed = checks.filter((check) => !check.ok);
  const findings = notes.filter((note) => note.kind !== 'report');
  const head = [
    `数字体检  ${file}`,
    facts.length === 0
      ? '没有认出提案建议办理的数字'
      : `认出数字 ${facts.length} 个；核对 ${checks.length} 处，${failed.length === 0 ? '全部相符' : `${failed.length} 处不符`}；提示 ${findings.length} 条`,
  ];
  const parts = [
    head,
    section('不符', failed.flatMap(checkLines)),
    section('提示', findings.flatMap(noteLines)),
    ...reports.map((report, i) => factLines(report, reports.length > 1 ? i + 1 : 0, notes)),
  ];
  return `${parts
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`;
}

function section(name: string, lines: string[]): string[] {
  return lines.length > 0 ? [name, ...lines] : [];
}

function checkLines(check: Check): string[] {
  const { name, says } = describeCheck(check);
  return [`  ${padEnd(name, 13)}${says}`, `  ${padEnd('', 13)}“${cut(check.evidence, WIDTH - 17)}”`];
}

/** 41/46=89.2% as an official reads it: 尾数不对, 41÷46 写作 89.2%，算得 89.13%. */
export function describeCheck({ kind, says, computed, class: kind_ }: Check): { name: string; says: string } {
  const [left = '', right = ''] = says.split('=');
  if (kind === 'sum' && kind_ === 'rounding')
    return { name: '尾差', says: `${left} 合计 ${computed}%，不是 100%，可注明“因四舍五入”` };
  const name = kind_ ? CLASS_NAMES[kind_] : '';
  return { name, says: `${left.replace('/', '÷')} 写作 ${right}，算得 ${computed}` };
}

function noteLines({ kind, says, evidence }: Note): string[] {
  return [`  ${padEnd(NOTE_KINDS[kind], 13)}${says}`, `  ${padEnd('', 13)}“${cut(evidence, WIDTH - 17)}”`];
}

function factLines(report: LintedReport, number: number, notes: readonly Note[]): string[] {
  if (report.facts.length === 0 && number === 0) return [];
  const title = number > 0 ? `第 ${number} 份  ${nameOf(report)}` : `数字（${nameOf(report)}）`;
  const repeat = notes.find((note) => note.kind === 'duplicate' && note.start === report.start);
  if (report.facts.length === 0) return [title, `  ${repeat?.says ?? '没有数字'}`];
  const header = `  ${padEnd('指标', 16)}${padEnd('类别', 6)}${padStart('数值', 10)}  原文`;
  return [title, header, ...report.facts.map(factLine)];
}

function factLine({ metric, body, value, unit, evidence }: Fact): string {
  const figure = `${value.toLocaleString('en', { maximumFractionDigits: 4 })}${unit}`;
  return `  ${padEnd(METRIC_NAMES[metric], 16)}${padEnd(body, 6)}${padStart(figure, 10)}  ${cut(evidence, WIDTH - 38)}`;
}

/** On one line, cut to so many columns. */
function cut(text: string, columns: number): string {
  const line = text.replace(/\s+/g, ' ');
  if (displayWidth(line) <= columns) return line;
  let width = 0;
  let end = 0;
  for (const char of line) {
    width += displayWidth(char);
    if (width > columns - 2) break;
    end += char.length;
  }
  return `${line.slice(0, end)}…`;
}

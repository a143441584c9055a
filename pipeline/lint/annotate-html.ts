import type { Annotation } from './annotations.ts';
import type { LintedFile } from './lint.ts';
import { METRIC_NAMES } from './metric-names.ts';

const STYLE = `
body { font: 16px/1.9 "FangSong", "STFangsong", "Noto Serif CJK SC", serif; margin: 0 auto; max-width: 60em; padding: 2em; color: #222; }
header, aside, .n { font-family: "Microsoft YaHei", "Noto Sans CJK SC", sans-serif; }
h1 { font-size: 1.3em; margin: 0; } header p { margin: .3em 0 1.5em; color: #555; }
main { display: grid; grid-template-columns: minmax(0, 1fr) 17em; gap: .2em 2em; }
p.line { grid-column: 1; margin: 0; text-indent: 2em; overflow-wrap: anywhere; }
aside { grid-column: 2; font-size: .78em; line-height: 1.5; }
aside p { margin: .3em 0; padding-left: .6em; border-left: 3px solid #b58900; }
aside p.error { border-color: #b3261e; }
mark { background: #fff3c4; } mark.error { background: #ffd9d6; }
.fact { border-bottom: 1px solid #9db6c9; }
.n { font-size: .65em; vertical-align: super; color: #b3261e; }
@media print { body { font-size: 10.5pt; padding: 0; max-width: none; } main { grid-template-columns: minmax(0, 1fr) 13em; } mark { -webkit-print-color-adjust: exact; print-color-adjust: exact; } aside { break-inside: avoid; } }
@page { size: A4; margin: 20mm; }`;

/** A stretch between two places where a mark begins or ends. */
interface Piece {
  start: number;
  end: number;
}

/** The report as a page of its own: figures underlined, findings marked and said beside their line; no script. */
export function annotateHtml(name: string, linted: LintedFile, annotations: readonly Annotation[]): string {
  const { text, facts } = linted;
  const numbered = annotations.map((annotation, i) => ({ ...annotation, number: i + 1 }));
  const lines = linesOf(text).map(({ start, end }) => {
    const here = numbered.filter((a) => a.start < end && a.end > start);
    const body = cutAt(start, end, [...here, ...facts])
      .map((piece) => mark(text, piece, linted, here))
      .join('');
    const opened = here.filter((a) => a.start >= start);
    const beside = opened.map((a) => `<p class="${a.kind}">${a.number}. ${escapeHtml(a.says)}</p>`).join('');
    return `<p class="line">${body}</p>${beside ? `<aside>${beside}</aside>` : ''}`;
  });
  const errors = annotations.filter((a) => a.kind === 'error').length;
  const hints = linted.notes.filter((note) => note.kind !== 'report').length;
  const summary = `认出数字 ${facts.length} 个（下划线），不符 ${errors} 处（红），提示 ${hints} 条（黄）`;
  return `<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><title>${escapeHtml(name)} 数字体检</title><style>${STYLE}</style></head>
<body><header><h1>${escapeHtml(name)}　数字体检</h1><p>${summary}</p></header><main>
${lines.join('\n')}
</main></body></html>
`;
}

function linesOf(text: string): Piece[] {
  return [...text.matchAll(/[^\n]+/g)].map((m) => ({ start: m.index, end: m.index + m[0].length }));
}

function cutAt(start: number, end: number, marks: readonly Piece[]): Piece[] {
  const cuts = new Set([start, end]);
  for (const mark of marks) for (const at of [mark.start, mark.end]) if (at > start && at < end) cuts.add(at);
  const sorted = [...cuts].sort((a, b) => a - b);
  return sorted.slice(0, -1).map((at, i) => ({ start: at, end: sorted[i + 1] ?? end }));
}

function mark(
  text: string,
  { start, end }: Piece,
  { facts }: LintedFile,
  here: readonly (Annotation & { number: number })[],
): string {
  const fact = facts.find((f) => f.start <= start && f.end >= end);
  const over = here.filter((a) => a.start <= start && a.end >= end);
  let html = escapeHtml(text.slice(start, end));
  if (fact) html = `<span class="fact" title="${escapeHtml(METRIC_NAMES[fact.metric])}">${html}</span>`;
  if (over.length > 0)
    html = `<mark class="${over.some((a) => a.kind === 'error') ? 'error' : 'note'}">${html}</mark>`;
  const ending = over.filter((a) => a.end === end).map((a) => a.number);
  return ending.length > 0 ? `${html}<span class="n">${ending.join(' ')}</span>` : html;
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (char) => `&#${char.charCodeAt(0)};`);
}

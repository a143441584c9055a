import type { Block, Report, Span, Table } from './document.ts';
import { numberHeadings } from './number-headings.ts';

/** A report as Markdown: charts are left to the Word file, and said to be. */
export function printMarkdown(report: Report): string {
  const blocks = numberHeadings(report.blocks).map(printBlock);
  return `# ${report.title.replaceAll('\n', '')}\n\n${blocks.join('\n\n')}\n`;
}

function printBlock(block: Block): string {
  if (block.kind === 'heading') return `${block.level === 1 ? '##' : '###'} ${block.text}`;
  if (block.kind === 'signature') return block.text;
  if (block.kind === 'appendix') return `## ${block.text}`;
  if (block.kind === 'paragraph') return block.spans.map(printSpan).join('');
  if (block.kind === 'picture') return `（图：${block.caption}，见 Word 文件）`;
  return printTable(block);
}

function printSpan({ text, mark }: Span): string {
  return `${escapeText(text)}${mark === undefined ? '' : `〔${mark}〕`}`;
}

function printTable({ caption, columns, rows }: Table): string {
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell) => escapeText(cell).replaceAll('|', '\\|').replace(/\s+/g, ' ')).join(' | ')} |`;
  const rule = `| ${columns.map(({ isNumber }) => (isNumber ? '---:' : '---')).join(' | ')} |`;
  return [`**${caption}**`, '', line(columns.map(({ name }) => name)), rule, ...rows.map(line)].join('\n');
}

/** Titles of proposals are untrusted: no tag and no link of theirs comes to life. */
function escapeText(text: string): string {
  return text.replace(/[\\`*[\]<>]/g, '\\$&');
}

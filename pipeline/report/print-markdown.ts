import type { Block, Report, Span, Table } from './document.ts';
import { numberHeadings } from './number-headings.ts';

/** A report as Markdown: charts are left to the Word file, and said to be. */
export function printMarkdown(report: Report): string {
  const blocks = numberHeadings(report.blocks).map(printBlock);
  return `# ${escapeText(report.title.replaceAll('\n', ''))}\n\n${blocks.join('\n\n')}\n`;
}

function printBlock(block: Block): string {
  if (block.kind === 'heading') return `${block.level === 1 ? '##' : '###'} ${escapeText(block.text)}`;
  if (block.kind === 'signature') return escapeText(block.text);
  if (block.kind === 'appendix') return `## ${escapeText(block.text)}`;
  // What a paragraph begins with makes no heading, quotation or list of it.
  if (block.kind === 'paragraph')
    return block.spans
      .map(printSpan)
      .join('')
      .replace(/^(?=[#>+\-=|])/, '\\');
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

/**
 * Titles of proposals are untrusted: no tag, link, picture or code of theirs comes to life. A sign that does nothing
 * stays as it is, so that 面积<5亩 and [2024]12号 read well.
 */
function escapeText(text: string): string {
  return text
    .replace(/\s*\n\s*/g, ' ')
    .replace(
      /[`*]|\\(?=[!-/:-@[-`{-~])|<(?=[a-z/!?])|\[(?=[^[]*\]\s*[([:])|\](?=\s*[([:])|&(?=#?\w+;)/gi,
      '\\$&',
    );
}

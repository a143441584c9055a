import type { Block, Picture, Report, Span, Table } from './document.ts';
import type { Figures, Trace } from './figure.ts';
import { type Filled, fill, sentence } from './fill.ts';
import { chineseNumber } from './numerals.ts';
import {
  type ChartName,
  PLACEHOLDER,
  type TableName,
  type Template,
  type TemplateBlock,
} from './template.ts';

/** A mark of the text with what stands behind its figures. */
export interface Note {
  mark: number;
  traces: readonly Trace[];
}

/** What the template's blocks are filled with. */
export interface Content {
  /** Figures of the whole report, and of each body where it has several. */
  figures: Figures;
  bodies: readonly Figures[];
  cases: readonly string[];
  tables: Readonly<Partial<Record<TableName, Table | null>>>;
  charts: Readonly<Partial<Record<ChartName, Picture>>>;
  /** The last table: one row for each figure of the text. */
  evidence: (notes: readonly Note[]) => Table;
}

/** Template and figures → the report. Blocks without anything to say are left out, and headings above nothing. */
export function compose(template: Template, content: Content): Report {
  const notes: Note[] = [];
  const blocks = template.content.flatMap((block) => write(block, template, content, notes));
  return {
    title: fill(template.title, content.figures)?.text ?? '',
    blocks: withoutEmptyHeadings(blocks),
  };
}

function write(block: TemplateBlock, template: Template, content: Content, notes: Note[]): Block[] {
  const { figures, bodies } = content;
  const paragraph = (text: string, own: Figures, lead = '') => {
    const spans = spansOf(text, template, own, notes);
    return spans.length === 0
      ? []
      : [
          {
            kind: 'paragraph' as const,
            spans: [{ text: lead }, ...spans].filter((span) => span.text !== ''),
          },
        ];
  };
  if ('heading' in block) return [{ kind: 'heading', level: 1, text: block.heading }];
  if ('subheading' in block) return [{ kind: 'heading', level: 2, text: block.subheading }];
  if ('appendix' in block) return [{ kind: 'appendix', text: block.appendix }];
  if ('signature' in block) {
    const text = fill(block.signature, figures)?.text ?? '';
    return text === '' ? [] : [{ kind: 'signature', text }];
  }
  if ('text' in block) return paragraph(block.text, figures);
  if ('each' in block)
    return (bodies.length > 1 ? bodies : [figures]).flatMap((own) => paragraph(block.each, own));
  if ('total' in block) return bodies.length > 1 ? paragraph(block.total, figures) : [];
  if ('list' in block) {
    const said = block.list
      .map((name) => `{{${name}}}`)
      .filter((text) => spansOf(text, template, figures, []).length > 0);
    if (said.length === 0) return paragraph(block.empty, figures);
    return said.flatMap((text, i) =>
      paragraph(text, figures, said.length > 1 ? `${chineseNumber(i + 1)}是` : ''),
    );
  }
  if ('cases' in block) {
    if (content.cases.length === 0) return paragraph(block.empty, figures);
    const told = content.cases.map(
      (text, i): Block => ({ kind: 'paragraph', spans: [{ text: `${i + 1}.${text}` }] }),
    );
    return [...paragraph(block.cases, figures), ...told];
  }
  if ('chart' in block) return [content.charts[block.chart] ?? []].flat();
  if (block.table === '依据') return [content.evidence(notes)];
  return [content.tables[block.table] ?? []].flat();
}

/** The sentences of a paragraph; a sentence with figures of its own gets a mark before its full stop. */
function spansOf(text: string, template: Template, figures: Figures, notes: Note[]): Span[] {
  const pieces = text.split(/(\{\{[^{}]*\}\})/).filter((piece) => piece !== '');
  const spans: Span[] = [];
  let said = 0;
  for (const piece of pieces) {
    const [, name = ''] = [...piece.matchAll(PLACEHOLDER)][0] ?? [];
    const wording = template.sentences[name];
    const filled = wording ? sentence(wording, figures) : fill(piece, figures);
    if (filled === null) continue;
    if (name !== '') said += 1;
    spans.push(...marked(filled, notes));
  }
  // Words that only lead up to sentences say nothing without them.
  return pieces.some((piece) => piece.startsWith('{{')) && said === 0 ? [] : spans;
}

function marked({ text, traces }: Filled, notes: Note[]): Span[] {
  if (traces.length === 0) return [{ text }];
  const mark = notes.length + 1;
  notes.push({ mark, traces });
  const end = /[。；！]$/.exec(text)?.[0] ?? '';
  return [{ text: text.slice(0, text.length - end.length), mark }, ...(end === '' ? [] : [{ text: end }])];
}

/** From the end, so that a heading goes too when those below it went. */
function withoutEmptyHeadings(blocks: readonly Block[]): Block[] {
  const kept: Block[] = [];
  for (const block of blocks.toReversed()) if (!isEmptyHeading(block, kept[0])) kept.unshift(block);
  return kept;
}

function isEmptyHeading(block: Block, next: Block | undefined): boolean {
  if (block.kind !== 'heading' && block.kind !== 'appendix') return false;
  if (next === undefined || next.kind === 'appendix') return true;
  return next.kind === 'heading' && block.kind === 'heading' && next.level <= block.level;
}

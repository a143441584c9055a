/** A report as content: what the renderers (Word, Markdown) lay out and nothing else. */
export interface Report {
  title: string;
  blocks: Block[];
}

export type Block =
  | { kind: 'heading'; level: 1 | 2; text: string }
  | { kind: 'paragraph'; spans: Span[] }
  | { kind: 'signature'; text: string }
  | Table
  | Picture
  | { kind: 'appendix'; text: string };

/** Running text. `mark` is the number of the note that says where its figures come from. */
export interface Span {
  text: string;
  mark?: number;
}

export interface Table {
  kind: 'table';
  caption: string;
  /** `share` is the column's part of the text width; numbers stand to the right. */
  columns: { name: string; share: number; isNumber?: boolean }[];
  rows: string[][];
}

export interface Picture {
  kind: 'picture';
  caption: string;
  /** A finished SVG with Chinese labels; CSS pixels. */
  svg: string;
  width: number;
  height: number;
}

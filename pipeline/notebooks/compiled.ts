/** A cell of a notebook, ready for its page or for the database. */
export interface CompiledCell {
  id: number;
  /** Line of the notebook file on which the cell starts, from 1. */
  line: number;
  /** md, html, js, ojs: a function for the page; sql: a query for the run. */
  mode: string;
  /** As written, without its indentation. */
  source: string;
  /** Its code is shown to the reader. */
  pinned: boolean;
  hidden: boolean;
  /** The name under which other cells see the rows of a query. */
  output: string | null;
  /** What defines the cell in Observable's runtime; null for a query and for a cell that cannot be used. */
  definition: CellDefinition | null;
  /** Why the cell cannot be used, and what to do. */
  problem: { says: string; remedy: string } | null;
}

/** See Definition of @observablehq/notebook-kit/runtime; `body` is the source of a function. */
export interface CellDefinition {
  body: string;
  inputs: string[];
  outputs: string[];
  output?: string;
  autodisplay: boolean;
  autoview: boolean;
  automutable: boolean;
}

export interface CompiledNotebook {
  title: string;
  cells: CompiledCell[];
}

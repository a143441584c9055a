import { answerQueries } from './answer-queries.ts';
import type { CompiledCell } from './compiled.ts';
import { embedQueries } from './embed-queries.ts';
import type { Failure } from './failure.ts';
import type { NotebookFile } from './find-notebooks.ts';
import { findRepeatedNames } from './find-repeated-names.ts';
import type { RunFacts } from './read-facts.ts';
import { readNotebook } from './read-notebook.ts';
import { renderNotebook } from './render-notebook.ts';

/** The page of a notebook over a run. */
export interface Page {
  name: string;
  /** The notebook. */
  file: string;
  title: string;
  /** Empty when cells failed. */
  html: string;
  cells: CompiledCell[];
  failures: Failure[];
}

/** Compiles a notebook, asks the run what it asks, and puts all into one page; the same run gives the same bytes. */
export async function buildPage(
  { file, name }: NotebookFile,
  run: string,
  facts: RunFacts,
  reload: string | null = null,
): Promise<Page> {
  const notebook = await readNotebook(file);
  const { title, cells } = notebook;
  const usable = cells.filter((cell) => cell.problem === null);
  const { answered, failed } = await answerQueries(
    usable.filter((cell) => cell.mode === 'sql'),
    run,
  );
  const failures: Failure[] = [
    ...(cells.length === 0 ? [{ file, cell: null, says: NO_NOTEBOOK }] : []),
    ...cells.flatMap((cell) =>
      cell.problem ? [failureOf(file, cell, `${cell.problem.says}；${cell.problem.remedy}`)] : [],
    ),
    ...[...findRepeatedNames(usable), ...failed].map(({ cell, says }) => failureOf(file, cell, says)),
  ].sort((a, b) => (a.cell?.line ?? 0) - (b.cell?.line ?? 0));
  const html =
    failures.length > 0 ? '' : renderNotebook(notebook, name, embedQueries(answered), facts, reload);
  return { name, file, title, html, cells, failures };
}

function failureOf(file: string, { id, line }: CompiledCell, says: string): Failure {
  return { file, cell: { id, line }, says };
}

const NO_NOTEBOOK = '不是笔记：没有 <notebook> 和其中的单元；请移走，或从模板 template.html 复制一份再改';

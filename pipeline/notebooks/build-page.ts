import { answerQueries } from './answer-queries.ts';
import type { CompiledCell } from './compiled.ts';
import { embedQueries } from './embed-queries.ts';
import type { Failure } from './failure.ts';
import type { NotebookFile } from './find-notebooks.ts';
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
  const failures = [
    ...cells.flatMap((cell) =>
      cell.problem ? [failureOf(file, cell, `${cell.problem.says}；${cell.problem.remedy}`)] : [],
    ),
    ...failed.map(({ cell, says }) => failureOf(file, cell, says)),
  ].sort((a, b) => a.line - b.line);
  const html =
    failures.length > 0 ? '' : renderNotebook(notebook, name, embedQueries(answered), facts, reload);
  return { name, file, title, html, cells, failures };
}

function failureOf(file: string, { id, line }: CompiledCell, says: string): Failure {
  return { file, cell: id, line, says };
}

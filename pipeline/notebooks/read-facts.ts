import { query } from '../query/query.ts';
import { openRun } from '../store/open-run.ts';
import { type ModelFigure, readModelFigures } from './read-model-figures.ts';

/** What a page says of the run that it was made from; see `run` in the template notebook. */
export interface RunFacts {
  name: string;
  /** Shown on top of every page, such as 示例数据; null for none. */
  notice: string | null;
  /** The day to which open items are judged. */
  as_of: string | null;
  version: string;
  /** What the topic model that sorted this run had achieved on its examples; null where it is not at hand. */
  model: ModelFigure[] | null;
}

/** Throws InputError for a public run: notebooks ask about cases, which it does not have. */
export async function readFacts(run: string, workspace: string | null): Promise<RunFacts> {
  (await openRun(run)).close();
  const { columns } = await query(run, 'select name, notice, as_of, version from raw.runs', false);
  const [name, notice, asOf, version] = columns.map(({ values }) => values[0] ?? null);
  const text = (value: typeof name) =>
    value === null || value === undefined || value === '' ? null : String(value);
  return {
    name: text(name) ?? '',
    notice: text(notice),
    as_of: text(asOf),
    version: text(version) ?? '',
    model: readModelFigures(run, workspace),
  };
}

import { type Row, rowAt, table } from '../../../data.ts';
import type { View } from '../../../view.ts';

/** The rows of a table with a department and a proposal that are this department's and pass the filters. */
export function rowsOfUnit(name: string, unit: string, view: View): { proposal: number; row: Row }[] {
  const source = table(name);
  const columns = source.schema.fields.map((field) => field.name);
  const proposals: ArrayLike<number> = source.getChild('proposal')?.toArray() ?? [];
  const departments = source.getChild('department');
  const found: { proposal: number; row: Row }[] = [];
  for (let i = 0; i < source.numRows; i++) {
    const proposal = proposals[i] ?? -1;
    if (view.covers(proposal) && departments?.get(i) === unit)
      found.push({ proposal, row: rowAt(source, columns, i) });
  }
  return found;
}

/** Readable number and title of a proposal. */
export function caseOf(proposal: number): { id: string; title: string } {
  const source = table('proposals');
  const at = (name: string) => String(source.getChild(name)?.get(proposal) ?? '');
  return { id: at('proposal_id'), title: at('title') };
}

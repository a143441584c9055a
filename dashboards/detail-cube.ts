import { DataType } from 'apache-arrow';
import {
  type Cube,
  type Dimension,
  dimension,
  dimensionOf,
  measureOf,
  narrow,
} from '../pipeline/outcome/cube.ts';
import { cube, fromDictionary, table } from './data.ts';
import { UNKNOWN, type View } from './view.ts';

/** What the rows take over from the proposal that they point to, where they have no such column themselves. */
const OF_PROPOSAL = ['period', 'topic_name'];

const known = new Map<string, Cube>();

/**
 * The rows of a table that points to proposals (promises, obstacles, issue_members) as a cube, filtered as the page is:
 * its `columns` and the proposal's period and topic. Each row counts 1 in the measure `rows`.
 */
export function detailCube(view: View, name: string, columns: readonly string[]): Cube {
  const whole = known.get(name) ?? decode(name, columns);
  known.set(name, whole);
  const proposals = measureOf(whole, 'proposal');
  const rows = Uint32Array.from(whole.rows).filter((row) => view.covers(proposals[row] ?? -1));
  const { department } = view.state.filters;
  const own = { ...whole, rows };
  return department === null || !whole.dimensions.has('department')
    ? own
    : narrow(own, { department: department === UNKNOWN ? null : department });
}

function decode(name: string, columns: readonly string[]): Cube {
  const source = table(name);
  const proposals: ArrayLike<number> = source.getChild('proposal')?.toArray() ?? [];
  const dimensions = new Map<string, Dimension>();
  for (const column of OF_PROPOSAL) dimensions.set(column, ofProposals(column, proposals));
  for (const column of columns) {
    const vector = source.getChild(column);
    if (!vector) continue;
    dimensions.set(
      column,
      DataType.isDictionary(vector.type) ? fromDictionary(vector) : dimensionOf([...vector]),
    );
  }
  const measures = new Map<string, ArrayLike<number>>([
    ['proposal', proposals],
    ['rows', new Uint8Array(source.numRows).fill(1)],
  ]);
  return { metrics: [], dimensions, measures, rows: Uint32Array.from(proposals, (_, i) => i) };
}

/** A dimension of the entries, looked up for each proposal. */
function ofProposals(column: string, proposals: ArrayLike<number>): Dimension {
  const { codes, values } = dimension(cube(), column);
  const numbers = measureOf(cube(), 'proposal');
  const codeOf = new Map<number, number>();
  for (let row = 0; row < numbers.length; row++) codeOf.set(numbers[row] ?? -1, codes[row] ?? 0);
  return { codes: Uint32Array.from(proposals, (proposal) => codeOf.get(proposal) ?? 0), values };
}

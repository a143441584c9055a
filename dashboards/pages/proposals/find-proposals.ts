import { measureOf, narrow, type Where } from '../../../pipeline/outcome/cube.ts';
import type { Find } from '../../state.ts';
import { UNKNOWN, type View } from '../../view.ts';
import { matchWords } from './match-words.ts';
import { sortRows } from './sort-rows.ts';

/**
 * The proposals that pass the filters of the page and of the list: rows of the cube, one a proposal, in the order asked
 * for. As everywhere a proposal is judged by its first answering department, or by the one that is chosen, so that a list
 * is as long as the number that it stands behind.
 */
export function findProposals(view: View, find: Find): Uint32Array {
  const kept = narrow(view.cube, whereOf(view, find));
  const matches = matchWords(find.words ?? '');
  const [proposals, late] = [measureOf(kept, 'proposal'), measureOf(kept, 'late')];
  const found = new Uint32Array(kept.rows.length);
  let [count, last] = [0, -1];
  for (let i = 0; i < kept.rows.length; i++) {
    const row = kept.rows[i] ?? 0;
    const proposal = proposals[row] ?? 0;
    if (proposal === last || (matches && matches[proposal] !== 1)) continue;
    if (find.late && late[row] !== 1) continue;
    found[count++] = row;
    last = proposal;
  }
  return sortRows(view.cube, found.subarray(0, count), find.sort ?? '');
}

function whereOf({ per }: View, { outcome, rating, key }: Find): Where {
  return {
    ...(per === '件' ? { is_first: true } : {}),
    ...(outcome ? { outcome: outcome === UNKNOWN ? null : outcome } : {}),
    ...(rating ? { result_final: rating === UNKNOWN ? null : rating } : {}),
    ...(key ? { key_proposal: true } : {}),
  };
}

import { type Cube, type DimensionValue, dimension, measureOf } from '../../../pipeline/outcome/cube.ts';
import { table, text } from '../../data.ts';
import { inWords, OUTCOME_WORDS, RATING_WORDS } from '../../words.ts';

/** A proposal as a line of the list. */
export interface Line {
  id: string;
  title: string;
  topic: string;
  department: string;
  /** '' where nobody knows. */
  days: number | '';
  late: boolean;
  outcome: string;
  rating: string;
}

/** What the list shows of a row of the cube. */
export function lineOf(cube: Cube, row: number): Line {
  const source = table('proposals');
  const proposal = measureOf(cube, 'proposal')[row] ?? 0;
  const value = (name: string): DimensionValue => {
    const { codes, values } = dimension(cube, name);
    return values[codes[row] ?? 0] ?? null;
  };
  const is = (name: string) => measureOf(cube, name)[row] === 1;
  const days = measureOf(cube, 'days_to_reply')[row] ?? -1;
  return {
    id: text(source.getChild('proposal_id')?.get(proposal)),
    title: text(source.getChild('title')?.get(proposal)),
    topic: `${text(value('topic_name'))}${value('topic_review') === true ? '？' : ''}`,
    department: text(value('department')),
    days: days < 0 ? '' : days,
    late: is('late'),
    outcome: outcomeOf(value('outcome'), value('outcome_raw'), is),
    rating: ratingOf(value('result_final'), value('result_final_raw')),
  };
}

function outcomeOf(outcome: DimensionValue, raw: DimensionValue, is: (name: string) => boolean): string {
  if (raw !== null) return inWords(outcome === null ? null : String(outcome), String(raw), OUTCOME_WORDS);
  if (is('unassigned')) return '未交办';
  return is('unreplied') ? '未答复' : '';
}

function ratingOf(rating: DimensionValue, raw: DimensionValue): string {
  return raw === null ? '' : inWords(rating === null ? null : String(rating), String(raw), RATING_WORDS);
}

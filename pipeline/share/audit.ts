import { amountOf, type Stated, smallNumbers } from './linear.ts';
import { canMove, type Move, moved, movesOf } from './moves.ts';
import type { Family } from './relations.ts';
import type { Statistic } from './statistics.ts';

/** Which families of a row are withheld. */
export type Withheld = ReadonlyMap<Statistic, ReadonlySet<Family>>;

/** A withheld small number with the values that it can have for all that anyone is told. */
export interface Audited {
  row: Statistic;
  family: Family;
  number: string;
  /** The true value, and how far others are shown to be possible; equal when nothing else is. */
  low: number;
  high: number;
}

/**
 * Every withheld number from 1 to 4 of one year, and how far it can be told from what is published: the other rows, the
 * totals, the relations between measures, and that something is withheld only where a number is small. It looks for
 * another year that would be published in the same words: an interval of one value means that none was found. The
 * intervals are proven and not estimated: each end belongs to a year that could be, so that they are never too wide. They
 * stay proven when more is withheld: numbers that `isProven` are left out.
 */
export function audit(
  rows: readonly Statistic[],
  withheld: Withheld,
  isProven: (row: Statistic, number: string) => boolean = () => false,
): Audited[] {
  return rows.flatMap((row) =>
    [...(withheld.get(row) ?? [])].flatMap((family) =>
      smallNumbers(row.measures, family)
        .filter(({ name }) => !isProven(row, name))
        .map((stated) => {
          const value = amountOf(stated, row.measures);
          const other = otherValue({ rows, withheld, row, family, stated }) ?? value;
          return {
            row,
            family,
            number: stated.name,
            low: Math.min(value, other),
            high: Math.max(value, other),
          };
        }),
    ),
  );
}

interface Question {
  rows: readonly Statistic[];
  withheld: Withheld;
  row: Statistic;
  family: Family;
  stated: Stated;
}

function otherValue(question: Question): number | null {
  const { rows, withheld, row, family, stated } = question;
  const { measures } = row;
  // Of a year that is withheld whole nobody is told anything but how many proposals are listed.
  if (rows.some((one) => one.dimension === 'total' && withheld.get(one)?.has('size'))) return 0;
  const swapped = swapPartners(question).find(
    (one) => amountOf(stated, one.measures) !== amountOf(stated, measures),
  );
  if (swapped) return amountOf(stated, swapped.measures);
  for (const move of movesOf(family)) {
    const change = amountOf(stated, move.change);
    if (change !== 0 && isOtherYear(question, move)) return amountOf(stated, measures) + change;
  }
  return null;
}

/** Rows of which nothing is published but that they are there: any two of one view could be the other way round. */
function swapPartners({ rows, withheld, row }: Question): Statistic[] {
  if (row.dimension === 'total' || !withheld.get(row)?.has('size')) return [];
  return rows.filter((one) => one !== row && isBeside(one, row) && withheld.get(one)?.has('size'));
}

/** Whether one record of the row could be counted so, and others against it, and all that is published stay the same. */
function isOtherYear(question: Question, move: Move): boolean {
  const { rows, withheld, row } = question;
  const isHidden = (one: Statistic) => move.families.every((family) => withheld.get(one)?.has(family));
  if (!isHidden(row) || !canMove(row.measures, move, 1)) return false;
  const isPair = (one: Statistic) =>
    one !== row &&
    isBeside(one, row) &&
    isHidden(one) &&
    canMove(one.measures, move, -1) &&
    staysWithheld(question, move, [row, one]);
  if (row.dimension !== 'total' && rows.some(isPair)) return true;
  // Else the totals move too, of cases and of answers, and one row of each view with them.
  const grows = (one: Statistic) => isHidden(one) && canMove(one.measures, move, 1);
  const totals = rows.filter((one) => one.dimension === 'total' && hasMeasures(one, move));
  return totals.every((total) => {
    if (total !== row && !grows(total)) return false;
    if (row.dimension !== 'total' && total.per === row.per) return true;
    const parts = rows.filter((one) => one.dimension !== 'total' && one.per === total.per);
    return parts.length === 0 || parts.some(grows);
  });
}

function hasMeasures({ measures }: Statistic, { change }: Move): boolean {
  return Object.keys(change).some((measure) => measure in measures);
}

/** In the other year, too, something small must be there for which it would be withheld. */
function staysWithheld({ rows, withheld }: Question, move: Move, [a, b]: [Statistic, Statistic]): boolean {
  return move.families.every((family) => {
    const whole = family === 'follow_up' ? 'outcome' : 'size';
    return (
      withheld.get(a)?.has(whole) ||
      withheld.get(a)?.has('size') ||
      smallNumbers(moved(a.measures, move, 1), family).length > 0 ||
      smallNumbers(moved(b.measures, move, -1), family).length > 0 ||
      rows.some(
        (one) =>
          one !== a &&
          one !== b &&
          isBeside(one, a) &&
          withheld.get(one)?.has(family) &&
          smallNumbers(one.measures, family).length > 0,
      )
    );
  });
}

function isBeside(one: Statistic, row: Statistic): boolean {
  return one.per === row.per && one.dimension === row.dimension;
}

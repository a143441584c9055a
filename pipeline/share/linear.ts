import { FAMILIES, type Family, RELATIONS, SMALL } from './relations.ts';

/** The measures of one row, by name; a measure that the row does not have is missing. */
export type Measures = Readonly<Record<string, number>>;

/** Σ coefficient × measure, which is 0 (equal) or at least 0. */
export interface Linear {
  terms: readonly (readonly [measure: string, coefficient: number])[];
  isEqual: boolean;
}

export const PARSED: readonly Linear[] = RELATIONS.map(parse);

/** `a + b <= c` → c − a − b ≥ 0; `a = b + c` → a − b − c = 0. */
function parse(text: string): Linear {
  const [left = '', right = ''] = text.split(/<?=/);
  const isEqual = !text.includes('<=');
  const sign = isEqual ? 1 : -1;
  const side = (words: string, by: number) => words.split('+').map((word) => [word.trim(), by] as const);
  return { terms: [...side(left, sign), ...side(right, -sign)], isEqual };
}

/** Whether all relations hold, for tests against real rows. */
export function brokenRelations(row: Measures): string[] {
  return RELATIONS.filter((_, i) => {
    const relation = PARSED[i];
    return relation !== undefined && !holds(relation, row);
  });
}

/** A relation of measures that the row does not have says nothing. */
export function holds({ terms, isEqual }: Linear, row: Measures): boolean {
  let sum = 0;
  for (const [measure, coefficient] of terms) {
    const value = row[measure];
    if (value === undefined) return true;
    sum += coefficient * value;
  }
  return isEqual ? sum === 0 : sum >= 0;
}

/**
 * The numbers of a family that a row states: its measures, and what anyone gets by subtracting a part from its whole
 * (rated − satisfied). Each as its terms.
 */
export const STATED: Readonly<Record<Family, readonly Stated[]>> = mapFamilies((family, measures) => [
  ...measures.map((measure): Stated => ({ name: measure, terms: [[measure, 1]] })),
  ...PARSED.flatMap(({ terms, isEqual }): Stated[] => {
    const [part, whole] = terms;
    const isInside = terms.length === 2 && terms.every(([measure]) => measures.includes(measure));
    if (family === 'size' || isEqual || !isInside || !part || !whole) return [];
    return [
      {
        name: `${whole[0]} - ${part[0]}`,
        terms: [
          [whole[0], 1],
          [part[0], -1],
        ],
      },
    ];
  }),
]);

export interface Stated {
  name: string;
  terms: readonly (readonly [measure: string, coefficient: number])[];
}

export function amountOf({ terms }: Stated, row: Measures): number {
  return terms.reduce((sum, [measure, coefficient]) => sum + coefficient * (row[measure] ?? 0), 0);
}

/** The numbers of a family that are too small to be published. */
export function smallNumbers(row: Measures, family: Family): Stated[] {
  return STATED[family].filter((stated) => {
    const value = amountOf(stated, row);
    return value >= 1 && value <= SMALL;
  });
}

function mapFamilies<T>(make: (family: Family, measures: readonly string[]) => T): Record<Family, T> {
  const of = (family: Family) => make(family, FAMILIES[family]);
  return {
    size: of('size'),
    assignment: of('assignment'),
    filing: of('filing'),
    reply: of('reply'),
    timeliness: of('timeliness'),
    meeting: of('meeting'),
    outcome: of('outcome'),
    closing: of('closing'),
    follow_up: of('follow_up'),
    conversion: of('conversion'),
    result: of('result'),
    attitude: of('attitude'),
    rehandling: of('rehandling'),
    promises: of('promises'),
  };
}

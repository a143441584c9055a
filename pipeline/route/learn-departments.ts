import { join } from 'node:path';
import { readExamples } from '../classify/examples.ts';
import { ROOT } from '../root.ts';
import { normalize } from '../text/normalize.ts';
import { complementBayes, type Labelled, type TextScorer } from './complement-bayes.ts';
import type { Departments } from './departments.ts';
import { normalizeDepartment } from './normalize-department.ts';

/** A handled case of the user's own history. */
export interface Handled {
  title: string;
  department: string;
}

export interface LearnedDepartments {
  /** The departments of the list, then those of the history that it does not hold (溪源县人民政府). */
  labels: string[];
  scorer: TextScorer;
}

/** A handled case of the office's own counts for so many written examples (sample city, 2020–2023 → 2024: 4 was best). */
const HISTORY_WEIGHT = 4;
/** A name outside the list needs so many cases to be proposed. */
const FEWEST_CASES = 3;
/** What stands round titles of every kind: 关于 … 的提案. */
const FRAME = /^关于(?=.{4})|的?(?:提案|建议|议案|请求)$/g;

/** A title as it is learned from and scored. */
export function titleText(title: string): string {
  return normalize(title.slice(0, 1000)).replace(FRAME, '');
}

/**
 * Learns which department a text speaks for from the phrases of the duties, data/examples.csv, and the titles of the
 * user's own handled cases. Examples of departments that the list does not name are left out.
 */
export function learnDepartments(departments: Departments, history: readonly Handled[]): LearnedDepartments {
  const cases = new Map<string, number>();
  for (const { department } of history) cases.set(department, (cases.get(department) ?? 0) + 1);
  const listed = new Set(departments.list.map((d) => d.name));
  const others = [...cases]
    .filter(([name, n]) => n >= FEWEST_CASES && !listed.has(name))
    .map(([name]) => name);
  const labels = [...listed, ...others.sort()];
  const duties = departments.list.flatMap(({ name, duties }) =>
    duties.flatMap((clause) => clause.split('、').map((phrase) => labelled(normalize(phrase), name, 1))),
  );
  const { examples } = readExamples(join(ROOT, 'data', 'examples.csv'), 'department');
  const written = examples.map((e) =>
    labelled(
      `${titleText(e.title)} ${normalize(e.text)}`.trim(),
      normalizeDepartment(e.labels[0] ?? '', departments),
      1,
    ),
  );
  const own = history.map((h) => labelled(titleText(h.title), h.department, HISTORY_WEIGHT));
  return { labels, scorer: complementBayes([...written, ...duties, ...own], labels) };
}

function labelled(text: string, label: string, weight: number): Labelled {
  return { text, label, weight };
}

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readWritten } from '../../data/sample/make/written.ts';
import { type FoundObstacle, obstacleFinder } from '../../pipeline/answers/find-obstacles.ts';
import { readObstacleRules } from '../../pipeline/answers/obstacle-rules.ts';
import { OBSTACLES } from '../../pipeline/rows.ts';
import { hasShared, SHARED } from '../e2e/jianyan.ts';
import { drawAnswers } from './draw-answers.ts';
import { type Section, table } from './section.ts';

/** An answer, the kinds that a person reads in it and those that the machine reads. */
interface Judged {
  person: ReadonlySet<string>;
  machine: readonly FoundObstacle[];
}

const VERDICTS = fileURLToPath(new URL('obstacles-hualien.csv', import.meta.url));

/**
 * Obstacles read by the machine against a person's reading. obstacles-hualien.csv lists 100 of the county's distinct
 * answers, drawn by draw-answers.ts from council_hualien.jsonl (line; kind; what the machine said when it first saw
 * them; what the person says). All kinds of all 100 were judged by reading before any rule was written; rules were
 * tuned on other lines and on the sample city. A kind that is not listed for a line is one that the person does not see.
 *
 * How it was judged: funding, also where the matter waits for a budget or a grant; authority, also where it is passed
 * on to a body outside the local government; already_under_way, only what was in hand or in a plan before, not what is
 * agreed to or finished; other, also where the office sees no need. A survey, or a plan to consider it, is none.
 */
export function obstacles(): Section {
  const find = obstacleFinder(readObstacleRules());
  const city = readWritten().flatMap(({ reply, obstacles: planted }) =>
    reply ? { person: new Set(planted.map((o) => o.kind)), machine: find(reply) } : [],
  );
  const inHand = (j: Judged) => ({ ...j, machine: j.machine.filter((o) => o.kind !== 'already_under_way') });
  return {
    title: 'Obstacles read from answers',
    text: [
      ...county(find),
      `The sample city's ${city.length} answers, in which one kind is marked a sentence and already_under_way nowhere (left out): ${summary(city.map(inHand))}`,
    ],
  };
}

function county(find: (answer: string) => FoundObstacle[]): string[] {
  if (!hasShared) return ['County answers: left out, ../shared is not there.'];
  const lines = readFileSync(join(SHARED, 'council_hualien.jsonl'), 'utf8').split('\n');
  const verdicts = readVerdicts();
  const drawn = drawAnswers(lines);
  if ([...verdicts.keys()].join() !== drawn.join())
    throw new Error(`${VERDICTS}: not the lines that are drawn`);
  const answers = [...verdicts].map(([line, person]): Judged => {
    const { execution }: { execution: string } = JSON.parse(lines[line - 1] ?? '');
    return { person, machine: find(execution) };
  });
  const rows = OBSTACLES.map((kind) => {
    const own = count(answers, (k) => k === kind);
    return [
      kind,
      `${own.right + own.missed}`,
      `${own.right + own.wrong}`,
      rate(own.right, own.wrong),
      rate(own.right, own.missed),
    ];
  });
  const only = (test: (o: FoundObstacle) => boolean) =>
    answers.map((a) => ({ ...a, machine: a.machine.filter(test) }));
  const [sure, doubted] = [count(only((o) => !o.review)), count(only((o) => o.review))];
  return [
    `${answers.length} county answers (執行情形) read by a person before the machine: ${summary(answers)}`,
    table(['kind', 'person', 'machine', 'precision', 'recall'], rows),
    `Rules alone: ${summary(only((o) => o.method === 'rule'))}`,
    `Of what is not marked for a person to look at ${rate(sure.right, sure.wrong)} is right, of what is marked ${rate(doubted.right, doubted.wrong)}.`,
  ];
}

/** Line of the file → the kinds that the person sees. */
function readVerdicts(): Map<number, Set<string>> {
  const verdicts = new Map<number, Set<string>>();
  for (const row of readFileSync(VERDICTS, 'utf8').trim().split('\n').slice(1)) {
    const [line = '', kind = '', , person] = row.split(',');
    const kinds = verdicts.get(Number(line)) ?? new Set();
    verdicts.set(Number(line), person === 'yes' && kind !== 'none' ? kinds.add(kind) : kinds);
  }
  return verdicts;
}

interface Counts {
  right: number;
  wrong: number;
  missed: number;
}

/** Pairs of answer and kind. */
function count(answers: readonly Judged[], test: (kind: string) => boolean = () => true): Counts {
  const counts = { right: 0, wrong: 0, missed: 0 };
  for (const { person, machine } of answers) {
    const said = new Set<string>(machine.map((o) => o.kind));
    for (const kind of said) if (test(kind)) counts[person.has(kind) ? 'right' : 'wrong'] += 1;
    for (const kind of person) if (test(kind) && !said.has(kind)) counts.missed += 1;
  }
  return counts;
}

function summary(answers: readonly Judged[]): string {
  const { right, wrong, missed } = count(answers);
  return `precision ${rate(right, wrong)} (${right} of ${right + wrong}), recall ${rate(right, missed)} (${right} of ${right + missed}).`;
}

function rate(part: number, rest: number): string {
  return part + rest === 0 ? '–' : (part / (part + rest)).toFixed(2).replace(/^0/, '');
}

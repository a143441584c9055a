import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readWritten } from '../../data/sample/make/written.ts';
import { loadTools } from '../../pipeline/classify/prepare.ts';
import { readTopicModel, topicClassifier } from '../../pipeline/classify/topic-classifier.ts';
import { ROOT } from '../../pipeline/root.ts';
import { readDepartments } from '../../pipeline/route/departments.ts';
import type { Question } from '../../pipeline/route/gather-evidence.ts';
import { normalizeDepartment } from '../../pipeline/route/normalize-department.ts';
import { openRouter } from '../../pipeline/route/router.ts';
import { type Section, table } from './section.ts';

/** A proposal with the department that led it. */
interface Led {
  title: string;
  text: string | null;
  lead: string;
}

const REAL = join(ROOT, '..', 'shared', 'data', 'real_titles.jsonl');
const HEADER = ['', 'proposals', 'lead', 'lead among 3', 'answered without review', 'precision of these'];

/** Lead departments without any history of the user's: how often right, how often sure, and how fast. */
export async function routing(): Promise<Section> {
  const tools = await loadTools();
  const departments = readDepartments();
  const route = openRouter({ departments, ...tools });
  const classify = topicClassifier(readTopicModel(null, null, tools), tools);
  const question = ({ title, text }: Led): Question => ({
    title,
    text,
    topics: classify(title, text).ranking.slice(0, 3),
    past: [],
  });
  const measured = (name: string, rows: readonly Led[]) => {
    const judged = rows.map((row) => {
      const { departments: named, review } = route(question(row), 3);
      const leads = named.filter((d) => d.role === 'lead').map((d) => d.department);
      const truth = normalizeDepartment(row.lead, departments);
      return { first: leads[0] === truth, three: leads.includes(truth), review };
    });
    const share = (of: typeof judged, test: (j: (typeof judged)[number]) => boolean) =>
      of.length === 0 ? '–' : (of.filter(test).length / of.length).toFixed(3).replace(/^0/, '');
    const sure = judged.filter((j) => !j.review);
    const parts = [
      share(judged, (j) => j.first),
      share(judged, (j) => j.three),
      share(judged, (j) => !j.review),
      share(sure, (j) => j.first),
    ];
    return [name, String(rows.length), ...parts];
  };
  const listed = new Set(departments.list.map((d) => d.name));
  const sample = readWritten().map(({ title, text, lead }) => ({ title, text, lead }));
  const known = sample.filter(({ lead }) => listed.has(normalizeDepartment(lead, departments)));
  const questions = sample.map(question);
  const speed = documentsPerSecond(() => {
    for (const one of questions) route(one, 3);
  }, questions.length);
  return {
    title: 'Routing',
    text: [
      'Nothing learned from a user. The weights were fitted on the sample city (its figures are those of the fit; of ten-fold cross-validation .741 and .941 with text, .736 and .889 from titles), never on the real titles. Cases that a district led are left out: without a history nothing tells them apart.',
      table(HEADER, [
        measured('sample city, title and text', known),
        measured(
          'sample city, title alone',
          known.map((row) => ({ ...row, text: null })),
        ),
        ...(existsSync(REAL) ? [measured('real titles', realTitles())] : []),
      ]),
      `${Math.round(speed).toLocaleString('en')} proposals of the sample city a CPU second, topics given.`,
    ],
  };
}

function realTitles(): Led[] {
  const rows = readFileSync(REAL, 'utf8').trim().split('\n');
  const parsed = rows.map((row): { title: string; department: string | null } => JSON.parse(row));
  return parsed.flatMap(({ title, department }) =>
    department === null ? [] : [{ title, text: null, lead: department }],
  );
}

function documentsPerSecond(work: () => void, documents: number): number {
  work();
  const start = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(start);
  return documents / ((user + system) / 1e6);
}

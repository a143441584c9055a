import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readWritten } from '../../data/sample/make/written.ts';
import { cluster } from '../../pipeline/link/cluster.ts';
import { indexDocuments } from '../../pipeline/link/index-documents.ts';
import { judge } from '../../pipeline/link/judge.ts';
import { relate } from '../../pipeline/link/relate.ts';
import { type Document, traitsOf } from '../../pipeline/link/traits.ts';
import { silentProgress } from '../../pipeline/progress.ts';
import { ROOT } from '../../pipeline/root.ts';
import { areaUnderCurve, clusterScores, f1, firesByCrossValidation } from '../link/measure.ts';
import { type Section, table } from './section.ts';

interface Labelled {
  doc_id: string;
  title: string;
  text: string;
}

const figure = (n: number) => n.toFixed(3).replace(/^0/, '');

/** How well pairs are judged and issues brought together: real pairs and groups, and the sample's planted issues. */
export function relations(): Section {
  const title = 'Relations and issues';
  const folder = join(ROOT, '..', 'shared', 'data');
  const sample = sampleRow();
  const header = ['', 'pairwise F1', 'B-cubed F1', 'largest', 'largest true', 'issues whole'];
  if (!existsSync(folder))
    return { title, text: ['Real pairs and groups are not here.', table(header, [sample])] };
  const lines = <T>(name: string): T[] =>
    readFileSync(join(folder, name), 'utf8')
      .trim()
      .split('\n')
      .map((line): T => JSON.parse(line));
  const groups = lines<Labelled & { issue: string | null }>('groups.jsonl').map((d) => ({
    document: { id: d.doc_id, title: d.title, text: d.text },
    issue: d.issue,
  }));
  return {
    title,
    text: [pairs(lines('pairs.jsonl')), table(header, [row('real groups', groups), sample])],
  };
}

function pairs(list: readonly { a: Labelled; b: Labelled; label: string }[]): string {
  const scores = list.map(({ a, b }) => relate(traitsOf({ ...a, id: '' }), traitsOf({ ...b, id: '' })).score);
  const classes = list.map(({ label }) => Number(['copy', 'fragment', 'same'].includes(label)));
  const fires = firesByCrossValidation(scores, classes);
  const fired = (...labels: string[]) => {
    const own = list.flatMap(({ label }, i) => (labels.includes(label) ? [fires[i]] : []));
    return figure(own.filter(Boolean).length / own.length);
  };
  return table(
    ['', 'AUC', 'F1', 'copies and fragments fired', 'kin fired'],
    [
      [
        `${list.length} real pairs, threshold by cross-validation`,
        figure(areaUnderCurve(scores, classes)),
        figure(f1(fires, classes)),
        fired('copy', 'fragment'),
        fired('kin'),
      ],
    ],
  );
}

function sampleRow(): string[] {
  const written = readWritten().map(({ key, title, text, issue }) => ({
    document: { id: key, title, text },
    issue: issue ?? null,
  }));
  return row('sample city', written);
}

function row(name: string, list: readonly { document: Document; issue: string | null }[]): string[] {
  const documents = list.map(({ document }) => document);
  const ids = documents.map(({ id }) => id);
  const clusters = cluster(ids, [...judge(indexDocuments(documents, silentProgress), silentProgress)]);
  const clusterOf = new Map(clusters.flatMap((members, i) => members.map((id) => [id, i] as const)));
  const truth = list.map(({ document, issue }) => issue ?? document.id);
  const { pairwise, bcubed } = clusterScores(
    ids.map((id) => clusterOf.get(id)),
    truth,
  );
  const issues = [...new Set(list.flatMap(({ issue }) => issue ?? []))].map((issue) =>
    list.flatMap((one) => (one.issue === issue ? [clusterOf.get(one.document.id)] : [])),
  );
  const whole = issues.filter((members) => new Set(members).size === 1).length;
  const largest = Math.max(...clusters.map((members) => members.length));
  const largestTrue = Math.max(...issues.map((members) => members.length));
  return [
    name,
    figure(pairwise),
    figure(bcubed),
    `${largest}`,
    `${largestTrue}`,
    `${whole} of ${issues.length}`,
  ];
}

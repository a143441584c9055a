import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Example } from '../../pipeline/classify/example.ts';
import { readExamples } from '../../pipeline/classify/examples.ts';
import { type LearnedModel, learn, learnedClassifier } from '../../pipeline/classify/learned.ts';
import { fitLinear } from '../../pipeline/classify/linear.ts';
import { type Judged, type Metrics, measure } from '../../pipeline/classify/metrics.ts';
import { readModel, writeModel } from '../../pipeline/classify/model-file.ts';
import { loadTools } from '../../pipeline/classify/prepare.ts';
import { topicClassifier } from '../../pipeline/classify/topic-classifier.ts';
import { ROOT } from '../../pipeline/root.ts';
import { type PeerResult, peerCold, peerEval, peerMissing, peerSpeed, split } from './peer.ts';
import { type Section, table } from './section.ts';

const tools = await loadTools();
const MEASURES = ['accuracy', 'macro-F1', 'top-3', 'coverage at 90 %'];
const CURVE = [100, 300, 600, 1000];
const SPEED_DOCUMENTS = 20_000;

/** Accuracy and speed against scikit-learn on the same files, in one run. Needs ../shared and the peer's packages. */
export function classifiers(): Section {
  const title = 'Classifiers';
  const missing = peerMissing();
  if (missing) return { title, text: [`Not measured on this machine: ${missing}.`] };
  const folder = mkdtempSync(join(tmpdir(), 'jianyan-bench-'));
  try {
    split(folder);
    return {
      title,
      text: [...accuracy(folder), ...learningCurve(folder), ...titles(folder), ...speed(folder)],
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const load = (file: string): Example[] => readExamples(file, 'label').examples;

function ours(train: Example[], test: Example[]): Judged[] {
  const classify = learnedClassifier(learn(train, tools, 'label'));
  return test.map((e) => ({
    id: e.id,
    title: e.title,
    text: '',
    truth: e.labels,
    ranking: classify(tools.prepare(e)).ranking,
    nearest: () => '',
  }));
}

const figure = (n: number) => n.toFixed(3).replace(/^0/, '');
const row = (name: string, m: Metrics) => [
  name,
  ...[m.accuracy, m.macro_f1, m.top3, m.coverage[0]?.share ?? 0].map(figure),
  figure(m.calibration_error),
];
const peerRow = (name: string, r: Pick<PeerResult, 'acc' | 'macro_f1' | 'top3' | 'cov90'>) => [
  name,
  ...[r.acc, r.macro_f1, r.top3, r.cov90].map(figure),
  '–',
];

function accuracy(folder: string): string[] {
  const folds = [0, 1, 2, 3, 4].map((k) => {
    const [train, test] = ['train', 'test'].map((part) => join(folder, `messages_${k}`, `${part}.jsonl`));
    return { train: train ?? '', test: test ?? '' };
  });
  const peers = folds.map(({ train, test }) => peerEval(train, test, '2,3'));
  const sizes = folds.map(({ test }) => load(test).length);
  const mean = (which: number, key: 'acc' | 'macro_f1' | 'top3' | 'cov90') =>
    peers.reduce((sum, p, i) => sum + (p[which]?.[key] ?? 0) * (sizes[i] ?? 0), 0) /
    sizes.reduce((a, b) => a + b, 0);
  const peerMean = (which: number) => ({
    acc: mean(which, 'acc'),
    macro_f1: mean(which, 'macro_f1'),
    top3: mean(which, 'top3'),
    cov90: mean(which, 'cov90'),
  });
  const messages = measure(folds.flatMap(({ train, test }) => ours(load(train), load(test))));
  const [bureauTrain, bureauTest] = ['train', 'test'].map((part) => join(folder, 'bureau', `${part}.jsonl`));
  const bureau = measure(ours(load(bureauTrain ?? ''), load(bureauTest ?? '')));
  const header = ['', ...MEASURES, 'calibration error'];
  return [
    '### Citizen messages, 5 folds (1,551; 7 labels)',
    'Peer figures are the mean of the folds; ours are of all folds together.',
    table(header, [
      peerRow('scikit-learn, characters 1–3 SVC', peerMean(0)),
      peerRow('scikit-learn, words + characters SVC', peerMean(1)),
      row('Jianyan', messages),
    ]),
    '### Council proposals by bureau (1,019 → 1,032; 18 labels)',
    table(header, [
      ...peerEval(bureauTrain ?? '', bureauTest ?? '', '2,3').map((r) =>
        peerRow(`scikit-learn, ${r.model}`, r),
      ),
      row('Jianyan', bureau),
    ]),
  ];
}

function learningCurve(folder: string): string[] {
  const rows = CURVE.map((n) => {
    const [train, test] = ['train', 'test'].map((part) => join(folder, `curve_${n}`, `${part}.jsonl`));
    const [peer] = peerEval(train ?? '', test ?? '', '2');
    return [
      String(n),
      figure(peer?.acc ?? 0),
      figure(measure(ours(load(train ?? ''), load(test ?? ''))).accuracy),
    ];
  });
  return [
    '### Learning curve, accuracy on 290 messages',
    table(['messages learned from', 'characters SVC', 'Jianyan'], rows),
  ];
}

interface RealTitle {
  id: string;
  title: string;
  topic: string;
  topics_also: string[];
}

/** Real titles, nothing learned from users: both sides know data/examples.csv. */
function titles(folder: string): string[] {
  const shared = join(ROOT, '..', 'shared', 'data', 'real_titles.jsonl');
  const real: RealTitle[] = lines(shared).map((line) => JSON.parse(line));
  const examples = readExamples(join(ROOT, 'data', 'examples.csv'), 'topic').examples;
  const train = join(folder, 'examples.jsonl');
  const test = join(folder, 'titles.jsonl');
  const write = (file: string, rows: object[]) =>
    writeFileSync(file, rows.map((r) => JSON.stringify(r)).join('\n'));
  write(
    train,
    examples.map((e, i) => ({ id: String(i), title: e.title, text: e.text, label: e.labels[0] })),
  );
  write(
    test,
    real.map((r) => ({ id: r.id, title: r.title, text: '', label: r.topic })),
  );
  const peers = peerEval(train, test, '2,3');
  const model = readModel(join(ROOT, 'data', 'model.json'));
  const judge = (classify: ReturnType<typeof topicClassifier>) => {
    const answers = real.map((r) => ({ r, ...classify(r.title, null) }));
    const share = (list: typeof answers, test: (a: (typeof answers)[number]) => boolean) =>
      list.length === 0 ? '–' : figure(list.filter(test).length / list.length);
    const strict = (a: (typeof answers)[number]) => a.ranking[0]?.topic === a.r.topic;
    const sure = answers.filter((a) => !a.review);
    return [
      share(answers, strict),
      share(answers, (a) => a.ranking.slice(0, 3).some((t) => t.topic === a.r.topic)),
      share(answers, (a) => [a.r.topic, ...a.r.topics_also].includes(a.ranking[0]?.topic ?? '')),
      figure(sure.length / answers.length),
      share(sure, strict),
      share(sure, (a) => [a.r.topic, ...a.r.topics_also].includes(a.ranking[0]?.topic ?? '')),
    ];
  };
  return [
    `### Real titles (${real.length}), no labels of a user`,
    'Both sides know only data/examples.csv; “also” counts a second topic that the annotator gave as right.',
    table(
      ['', 'top-1', 'top-3', 'top-1 or also', 'answered without review', 'precision of these', 'or also'],
      [
        ...peers.map((p) => [`scikit-learn, ${p.model}`, figure(p.acc), figure(p.top3), '–', '–', '–', '–']),
        ['Jianyan, words alone', ...judge(topicClassifier(null, tools))],
        ['Jianyan', ...judge(topicClassifier(model, tools))],
      ],
    ),
  ];
}

/** 20,000 documents of 500 characters, one process on each side; a model learned from all messages. */
function speed(folder: string): string[] {
  const train = join(folder, 'all.jsonl');
  const parts = ['train', 'test'].map((part) =>
    readFileSync(join(folder, 'messages_0', `${part}.jsonl`), 'utf8').trim(),
  );
  writeFileSync(train, parts.join('\n'));
  const documents = join(folder, 'documents.jsonl');
  writeFileSync(documents, fiveHundred(load(train)));
  const saved = ['2', '3'].map((which) => {
    const file = join(folder, `${which}.joblib`);
    const [result] = peerEval(train, join(folder, 'messages_0', 'test.jsonl'), which, { which, file });
    return { file, fit: result?.fit_s ?? Number.NaN };
  });
  const examples = load(train);
  const fit = cpuSeconds(() =>
    fitLinear(
      examples.map(tools.prepare),
      examples.map((e) => e.labels),
      tools.tokenize,
    ),
  );
  const model = learn(examples, tools, 'label');
  const rates = documentsPerSecond(model, documents);
  const peers = saved.map(({ file, fit }) => ({
    rate: peerSpeed(file, documents),
    fit,
    cold: peerCold(file, firstLine(documents)),
  }));
  const cold = coldStart(model, folder, firstLine(documents));
  const ratio = (a: number, b: number) => `${(a / b).toFixed(1)} ×`;
  const [characters, both] = peers;
  return [
    `### Speed, ${SPEED_DOCUMENTS.toLocaleString('en')} documents of 500 characters, one process, tokenizing included`,
    table(
      ['', 'documents/s', 'Jianyan is faster', 'fit, s', 'first answer from a cold start, s'],
      [
        ...peers.map((p, i) => [
          i === 0 ? 'characters 1–3 SVC' : 'words + characters SVC',
          Math.round(p.rate).toLocaleString('en'),
          ratio(rates, p.rate),
          p.fit.toFixed(2),
          p.cold.toFixed(2),
        ]),
        ['Jianyan', Math.round(rates).toLocaleString('en'), '', fit.toFixed(2), cold.toFixed(2)],
      ],
    ),
    `Fit without calibration: ${ratio(characters?.fit ?? 0, fit)} and ${ratio(both?.fit ?? 0, fit)} as fast.`,
  ];
}

function documentsPerSecond(model: LearnedModel, documents: string): number {
  const classify = learnedClassifier(model);
  const rows = load(documents);
  const start = process.cpuUsage();
  for (const row of rows) classify(tools.prepare(row));
  const { user, system } = process.cpuUsage(start);
  return rows.length / ((user + system) / 1e6);
}

function cpuSeconds(work: () => void): number {
  const start = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1e6;
}

/** A new process that loads the model and answers one document. */
function coldStart(model: LearnedModel, folder: string, line: string): number {
  const file = join(folder, 'model.json');
  writeModel(model, file);
  const script = fileURLToPath(new URL('first-answer.mjs', import.meta.url));
  const start = performance.now();
  const { status, stderr } = spawnSync(process.execPath, [script, file], { input: line, encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
  return (performance.now() - start) / 1000;
}

function fiveHundred(examples: readonly Example[]): string {
  const all = examples.map((e) => e.title + e.text).join('');
  const rows = Array.from({ length: SPEED_DOCUMENTS }, (_, i) => {
    const at = (i * 487) % (all.length - 500);
    return JSON.stringify({
      id: String(i),
      title: all.slice(at, at + 20),
      text: all.slice(at + 20, at + 500),
      label: 'x',
    });
  });
  return rows.join('\n');
}

function lines(file: string): string[] {
  return readFileSync(file, 'utf8').trim().split('\n');
}

function firstLine(file: string): string {
  return lines(file)[0] ?? '';
}

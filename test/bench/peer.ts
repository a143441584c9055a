import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../../pipeline/root.ts';

/** What users would pick instead: jieba with scikit-learn, from Debian (python3-sklearn python3-jieba python3-fasttext). */
export const PEERS = join(ROOT, '..', 'shared', 'peers');
const PYTHON = '/usr/bin/python3';

/** Why the peer cannot be run here, or null. */
export function peerMissing(): string | null {
  if (!existsSync(join(PEERS, 'peer.py'))) return 'the measuring data (../shared) are not here';
  const { status } = spawnSync(PYTHON, ['-c', 'import sklearn, jieba, fasttext']);
  return status === 0 ? null : 'python3-sklearn, python3-jieba and python3-fasttext are not installed';
}

/** Writes the train and test files of the comparison into `folder`. */
export function split(folder: string): void {
  run(join(PEERS, 'split.py'), [folder]);
}

export interface PeerResult {
  model: string;
  acc: number;
  macro_f1: number;
  top3: number;
  cov90: number;
  fit_s: number;
}

/** Tunes, fits and scores the peer's models; `saveAs` keeps the model `which` for the speed test. */
export function peerEval(
  train: string,
  test: string,
  models: string,
  save?: { which: string; file: string },
): PeerResult[] {
  const flags = save ? ['--save-model', save.file, '--save-which', save.which] : [];
  const out = run(join(PEERS, 'peer.py'), ['eval', train, test, '--models', models, ...flags]);
  const parsed: { results: PeerResult[] } = JSON.parse(out);
  return parsed.results;
}

/** Documents per second of one process, tokenizing included. */
export function peerSpeed(model: string, documents: string): number {
  const out = run(join(PEERS, 'peer.py'), ['bench', model, documents, '--procs', '1']);
  const parsed: { docs_per_s: number } = JSON.parse(out);
  return parsed.docs_per_s;
}

/** Seconds of a whole process that answers one document. */
export function peerCold(model: string, line: string): number {
  const start = performance.now();
  run(join(PEERS, 'peer.py'), ['predict', model], `${line}\n`);
  return (performance.now() - start) / 1000;
}

function run(script: string, args: string[], input?: string): string {
  const { status, stdout, stderr } = spawnSync(PYTHON, [script, ...args], {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    ...(input === undefined ? {} : { input }),
  });
  if (status !== 0) throw new Error(stderr);
  return stdout;
}

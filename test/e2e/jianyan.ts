import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../../pipeline/root.ts';

export const CLI = join(ROOT, 'dist', 'pipeline', 'cli.js');
export const SAMPLE = join(ROOT, 'data', 'sample');
/** Real data for measuring; absent outside the team's machines. */
export const SHARED = join(ROOT, '..', 'shared', 'data');
export const hasShared = existsSync(SHARED);

export interface Finished {
  code: number | null;
  stdout: string;
  stderr: string;
}

/** Runs the built program as a user would. */
export function jianyan(...args: string[]): Promise<Finished> {
  return program(process.execPath, [CLI, ...args]);
}

export function program(command: string, args: string[], cwd?: string): Promise<Finished> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd,
      stdio: ['ignore', 'pipe', 'pipe'],
      shell: process.platform === 'win32',
    });
    const finished: Finished = { code: null, stdout: '', stderr: '' };
    child.stdout.on('data', (chunk) => {
      finished.stdout += chunk;
    });
    child.stderr.on('data', (chunk) => {
      finished.stderr += chunk;
    });
    child.on('error', reject);
    child.on('close', (code) => resolve({ ...finished, code }));
  });
}

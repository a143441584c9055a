import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { ROOT } from '../../pipeline/root.ts';
import { emptyFolder } from '../folder.ts';
import { program } from './jianyan.ts';

it('is packed, installed into an empty folder, and runs there', { timeout: 300_000 }, async () => {
  const folder = emptyFolder();
  // Without scripts: the tests have built already, and others are reading dist.
  const packed = await program('npm', ['pack', '--ignore-scripts', '--pack-destination', folder], ROOT);
  expect([packed.code, packed.stderr]).toEqual([0, expect.anything()]);
  const [tarball] = readdirSync(folder).filter((name) => name.endsWith('.tgz'));
  writeFileSync(join(folder, 'package.json'), '{"private":true}');
  const flags = ['--no-audit', '--no-fund', '--prefer-offline'];
  const installed = await program('npm', ['install', ...flags, `./${tarball}`], folder);
  expect([installed.code, installed.stderr]).toEqual([0, expect.not.stringMatching(/npm error/)]);

  const made = await program('npx', ['jianyan', 'init', '工作区', '--sample'], folder);
  expect([made.code, made.stderr]).toEqual([0, expect.stringContaining('工作区已建好')]);
  const ran = await program('npx', ['jianyan', 'run', '工作区', '--out', '结果'], folder);
  expect([ran.code, ran.stdout]).toEqual([0, expect.stringContaining(join('结果', 'dashboard.html'))]);
  expect(existsSync(join(folder, '结果', 'analysis.duckdb'))).toBe(true);

  const noted = await program('npx', ['jianyan', 'notebooks', '结果'], folder);
  expect([noted.code, noted.stdout]).toEqual([
    0,
    expect.stringContaining(join('结果', 'notebooks', 'index.html')),
  ]);
});

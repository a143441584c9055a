import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { replaceFiles } from '../../pipeline/track/replace-files.ts';
import { emptyFolder } from '../folder.ts';

it('replaces all files, or leaves every one as it was and nothing beside them', () => {
  const folder = emptyFolder();
  const [a, b, c] = ['a.csv', 'b.csv', 'c.csv'].map((name) => join(folder, name)) as [string, string, string];
  writeFileSync(a, 'old');
  const bytes = Buffer.from('new');
  replaceFiles([a, b].map((path) => ({ path, bytes })));
  expect([readFileSync(a, 'utf8'), readFileSync(b, 'utf8')]).toEqual(['new', 'new']);
  // What cannot be replaced: here a folder stands in the place of the last file.
  mkdirSync(join(c, 'x'), { recursive: true });
  expect(() => replaceFiles([a, b, c].map((path) => ({ path, bytes: Buffer.from('newer') })))).toThrow(
    /c\.csv/,
  );
  expect([readFileSync(a, 'utf8'), readFileSync(b, 'utf8')]).toEqual(['new', 'new']);
  expect(readdirSync(folder).sort()).toEqual(['a.csv', 'b.csv', 'c.csv']);
});

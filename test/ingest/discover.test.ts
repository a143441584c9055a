import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { findInputs } from '../../pipeline/ingest/discover.ts';
import { emptyFolder } from '../folder.ts';

describe('findInputs', () => {
  afterEach(() => {
    vi.doUnmock('node:path');
    vi.doUnmock('node:fs');
    vi.resetModules();
  });

  it('lists all levels by name, without lock files, hidden files and system files', () => {
    const folder = emptyFolder();
    mkdirSync(join(folder, '2024年'));
    for (const name of ['2024年/b.docx', '2024年/~$b.docx', 'a.xlsx', '.git', 'Thumbs.db', 'c.png']) {
      writeFileSync(join(folder, name), '');
    }
    expect(findInputs(folder).map((f) => [f.name, f.kind])).toEqual([
      ['2024年/b.docx', 'document'],
      ['a.xlsx', 'ledger'],
      ['c.png', 'unknown'],
    ]);
  });

  it('gives the same names on Windows, with / between folders', async () => {
    const tree: Record<string, string[]> = {
      'C:\\办公室\\台账': ['2024年', '政协.xlsx'],
      'C:\\办公室\\台账\\2024年': ['0012 关于修路的提案.docx'],
    };
    const entry = (name: string) => ({
      name,
      isDirectory: () => name === '2024年',
      isFile: () => name !== '2024年',
    });
    vi.doMock('node:path', async (original) => (await original<typeof import('node:path')>()).win32);
    vi.doMock('node:fs', async (original) => ({
      ...(await original<typeof import('node:fs')>()),
      statSync: (path: string) => ({ isDirectory: () => path in tree }),
      readdirSync: (path: string) => tree[path]?.map(entry),
    }));
    vi.resetModules();
    const windows = await import('../../pipeline/ingest/discover.ts');
    expect(windows.findInputs('C:\\办公室\\台账').map((f) => [f.name, f.path])).toEqual([
      ['2024年/0012 关于修路的提案.docx', 'C:\\办公室\\台账\\2024年\\0012 关于修路的提案.docx'],
      ['政协.xlsx', 'C:\\办公室\\台账\\政协.xlsx'],
    ]);
  });
});

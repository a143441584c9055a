import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findPlaces } from '../../pipeline/serve/find-run.ts';
import { emptyFolder } from '../folder.ts';
import { writeFiles } from '../ingest/make-files.ts';

/** A run's files as far as they are looked at. */
function run(name: string, finished_at: string, input: string): Record<string, string> {
  const manifest = { program: 'jianyan', finished_at, inputs: [{ name: input }] };
  return { [`${name}/manifest.json`]: JSON.stringify(manifest), [`${name}/analysis.duckdb`]: '' };
}

function folder(): string {
  const found = emptyFolder();
  writeFiles(found, {
    '工作区/jianyan.yaml': '',
    '工作区/input/a.csv': '',
    ...run('工作区/旧', '2026-01-01', 'a.csv'),
    ...run('新', '2026-02-01', 'a.csv'),
    ...run('别人的', '2026-03-01', 'b.csv'),
    '其他/照片.jpg': '',
  });
  return found;
}

describe('findPlaces', () => {
  it('finds the latest run that was made from the files of the workspace', () => {
    const at = folder();
    expect(findPlaces(join(at, '工作区'), null)).toEqual({
      workspace: join(at, '工作区'),
      run: join(at, '新'),
    });
  });

  it('takes the run that is given', () => {
    const at = folder();
    const given = join(at, '工作区', '旧');
    expect(findPlaces(join(at, '工作区'), given).run).toBe(given);
    expect(() => findPlaces(join(at, '工作区'), join(at, '其他'))).toThrow(/不是建言的运行结果；请/);
  });

  it('keeps decisions about a run in its workspace, or beside it', () => {
    const at = folder();
    expect(findPlaces(join(at, '工作区', '旧'), null).workspace).toBe(join(at, '工作区'));
    expect(findPlaces(join(at, '新'), null)).toEqual({ workspace: join(at, '新-分办'), run: join(at, '新') });
  });

  it('refuses what is neither, and what is not there', () => {
    const at = folder();
    expect(() => findPlaces(join(at, '其他'), null)).toThrow(
      /既不是工作区，也不是运行结果；请先执行 jianyan init/,
    );
    expect(() => findPlaces(join(at, '没有'), null)).toThrow(/路径不存在/);
  });
});

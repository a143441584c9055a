import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { InputError } from '../../pipeline/errors.ts';
import { openPlace } from '../../pipeline/publish/place.ts';
import { emptyFolder } from '../folder.ts';

const MANIFEST = '{\n  "program": "jianyan"\n}\n';

function writeRun(out: string, mark: string): void {
  const place = openPlace(out);
  writeFileSync(join(place.draft, 'manifest.json'), MANIFEST);
  writeFileSync(join(place.draft, 'mark'), mark);
  place.publish();
}

describe('openPlace', () => {
  it('replaces an earlier run whole and leaves nothing beside it', () => {
    const folder = emptyFolder();
    const out = join(folder, 'out');
    writeRun(out, '1');
    writeFileSync(join(out, 'stale'), '');
    writeRun(out, '2');
    expect(readdirSync(out).sort()).toEqual(['manifest.json', 'mark']);
    expect(readFileSync(join(out, 'mark'), 'utf8')).toBe('2');
    expect(readdirSync(folder)).toEqual(['out']);
  });

  it('leaves the earlier run untouched when abandoned or killed before the renames', () => {
    const out = join(emptyFolder(), 'out');
    writeRun(out, '1');
    openPlace(out).abandon();
    openPlace(out);
    expect(readFileSync(join(out, 'mark'), 'utf8')).toBe('1');
  });

  it('puts the old run back when a kill came between the renames', () => {
    const folder = emptyFolder();
    const out = join(folder, 'out');
    mkdirSync(join(folder, '.out.jianyan-old'));
    writeFileSync(join(folder, '.out.jianyan-old', 'manifest.json'), MANIFEST);
    openPlace(out).abandon();
    expect(readdirSync(out)).toEqual(['manifest.json']);
    expect(existsSync(join(folder, '.out.jianyan-old'))).toBe(false);
  });

  it('refuses a folder that holds something else, and does not touch it', () => {
    const out = emptyFolder();
    writeFileSync(join(out, '我的文件.docx'), 'x');
    expect(() => openPlace(out)).toThrow(/不是建言生成的结果/);
    expect(readdirSync(out)).toEqual(['我的文件.docx']);
  });

  it('refuses while another living process writes, but not after a dead one', () => {
    const folder = emptyFolder();
    const draft = join(folder, '.out.jianyan-new');
    mkdirSync(draft);
    writeFileSync(join(draft, '.pid'), String(process.ppid));
    expect(() => openPlace(join(folder, 'out'))).toThrow(/另一个建言程序/);
    const dead = spawnSync(process.execPath, ['-e', '']).pid;
    writeFileSync(join(draft, '.pid'), String(dead));
    expect(() => openPlace(join(folder, 'out'))).not.toThrow();
  });

  it('explains a path that cannot be a folder', () => {
    const folder = emptyFolder();
    writeFileSync(join(folder, 'file'), '');
    expect(() => openPlace(join(folder, 'file', 'out'))).toThrow(InputError);
  });
});

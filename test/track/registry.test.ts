import { chmodSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { init } from '../../pipeline/init.ts';
import { readRegistry } from '../../pipeline/track/read-registry.ts';
import { nextNumber, type Registry } from '../../pipeline/track/registry.ts';
import { writeRegistry } from '../../pipeline/track/write-registry.ts';
import { emptyFolder } from '../folder.ts';
import { decided, trackIds } from './make.ts';

const A = ['政协-2020-1', '政协-2021-1', '政协-2022-1'];
const B = ['政协-2020-2', '政协-2022-2'];

/** A workspace whose registry holds two issues. */
async function workspace(): Promise<string> {
  const folder = join(emptyFolder(), '工作区');
  init(folder, false);
  await writeRegistry(trackIds([A, B], readRegistry(folder)).registry);
  return folder;
}

const content = ({ seen: _, ...registry }: Registry) => registry;

/** Changes issues.csv as a person with Excel would. */
function edit(folder: string, change: (text: string) => string): void {
  const file = join(folder, 'issues.csv');
  writeFileSync(file, change(readFileSync(file, 'utf8')));
}

describe('readRegistry and writeRegistry', () => {
  it('give back what was written: issues, members, and decisions with their proposals', async () => {
    const folder = await workspace();
    let registry = readRegistry(folder);
    registry = decided(registry, { action: '拆开', issue: 'YT-0001', proposals: ['政协-2022-1'] });
    registry = decided(registry, { action: '改名', issue: 'YT-0002', name: '=甲、“乙”《丙》' });
    registry = decided(registry, { action: '并案', targets: ['YT-0001', 'YT-0002'] });
    registry = decided(registry, { action: '撤销', number: 1 });
    await writeRegistry(registry);
    expect(content(readRegistry(folder))).toEqual(content(registry));
  });

  it('keep nothing for a plain folder, or a workspace in which nobody asked for it', async () => {
    expect(readRegistry(null).folder).toBeNull();
    expect(readRegistry(emptyFolder()).folder).toBeNull();
  });

  it('keep what staff wrote: names, notes, columns of their own, also saved as GB18030', async () => {
    const folder = await workspace();
    const [header = '', first = '', ...rest] = readFileSync(join(folder, 'issues.csv'), 'utf8').split('\r\n');
    const edited = [
      `${header},督办领导`,
      `${first.replace('第1号事项', '一号桥').replace(',3,,', ',3,年年提,')},李副市长`,
      ...rest,
    ];
    writeFileSync(
      join(folder, 'issues.csv'),
      iconv.encode(edited.join('\r\n').replace('\uFEFF', ''), 'gb18030'),
    );
    const { registry, issues } = trackIds([A, B], readRegistry(folder));
    await writeRegistry(registry);
    expect(issues[0]).toMatchObject({ issue: 'YT-0001', name: '一号桥', named_by_hand: true });
    expect(readFileSync(join(folder, 'issues.csv'), 'utf8')).toContain(
      'YT-0001,一号桥,2020,2022,3,年年提,第1号事项,,李副市长\r\n',
    );
  });

  it('never give the number of an issue whose line somebody deleted to another', async () => {
    const folder = await workspace();
    edit(folder, (text) => text.replace(/YT-0002.*\r\n/, ''));
    expect(nextNumber(readRegistry(folder))).toBe(3);
    expect(trackIds([A, B], readRegistry(folder)).registry.issues.map((i) => i.issue)).toEqual([
      'YT-0001',
      'YT-0002',
    ]);
  });

  it('never give a number again that only the log still names', () => {
    const { registry } = trackIds([A, B]);
    const { decisions } = decided(registry, { action: '并案', targets: ['YT-0001', 'YT-0002'] });
    expect(nextNumber({ ...registry, issues: [], members: [], decisions })).toBe(3);
  });

  it('name file and line of an id that an edit broke', async () => {
    const folder = await workspace();
    edit(folder, (text) => text.replace('YT-0002', '二号'));
    expect(() => readRegistry(folder)).toThrow(
      'issues.csv 第 3 行：议题编号“二号”不是 YT-0001 这样的编号；请改回原来的编号',
    );
    edit(folder, (text) => text.replace('二号', 'YT-0001'));
    expect(() => readRegistry(folder)).toThrow(/“YT-0001”出现两次/);
  });

  it('refuse to write over an edit that was made in between', async () => {
    const folder = await workspace();
    const { registry } = trackIds([A], readRegistry(folder));
    edit(folder, (text) => text.replace('第1号事项', '一号桥'));
    await expect(writeRegistry(registry)).rejects.toThrow(/处理期间被改动过/);
    expect(readFileSync(join(folder, 'issues.csv'), 'utf8')).toContain('一号桥');
  });

  it.skipIf(process.getuid?.() === 0)('say which file cannot be written', async () => {
    const folder = await workspace();
    const { registry } = trackIds([A], readRegistry(folder));
    chmodSync(folder, 0o555);
    await expect(writeRegistry(registry)).rejects.toThrow(/没有读写权限/);
    chmodSync(folder, 0o755);
  });
});

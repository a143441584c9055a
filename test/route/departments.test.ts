import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readTaxonomy } from '../../pipeline/classify/taxonomy.ts';
import { ROOT } from '../../pipeline/root.ts';
import { readDepartments } from '../../pipeline/route/departments.ts';
import { emptyFolder } from '../folder.ts';

const { list, byName } = readDepartments();

describe('data/departments.yaml', () => {
  it('holds at least 60 departments, each with five clauses of duties or more', () => {
    expect(list.length).toBeGreaterThanOrEqual(60);
    expect(list.filter((d) => d.duties.length < 5).map((d) => d.name)).toEqual([]);
  });

  it('knows every default department of the taxonomy by its canonical name', () => {
    const { topics } = readTaxonomy();
    const named = topics.flatMap((t) => [
      ...t.departments,
      ...t.children.flatMap((c) => c.departments ?? []),
    ]);
    const canonical = new Set(list.map((d) => d.name));
    expect(named.filter((name) => !canonical.has(name))).toEqual([]);
  });

  const shared = join(ROOT, '..', 'shared', 'departments.txt');
  it.skipIf(!existsSync(shared))(
    'has every name and alias of the team’s list (../shared/departments.txt)',
    () => {
      const lines = readFileSync(shared, 'utf8')
        .split('\n')
        .filter((l) => l !== '' && !l.startsWith('#'));
      for (const line of lines) {
        const [name = '', aliases = ''] = line.split('=').map((part) => part.trim());
        for (const called of [name, ...aliases.split(' ').filter(Boolean)])
          expect([called, byName.get(called)]).toEqual([called, name]);
      }
    },
  );

  it('does not send a matter away from a department whose duties name it', () => {
    for (const { name, duties, never } of list) {
      const own = new Set(duties.flatMap((d) => d.split('、')));
      const away = Object.keys(never ?? {}).flatMap((m) => m.split('、'));
      expect([name, away.filter((matter) => own.has(matter))]).toEqual([name, []]);
    }
  });
});

describe('readDepartments', () => {
  const inWorkspace = (yaml: string) => {
    const folder = emptyFolder();
    writeFileSync(join(folder, 'departments.yaml'), yaml);
    return () => readDepartments(folder);
  };

  it('prefers the departments.yaml of the workspace', () => {
    const read = inWorkspace(
      'departments:\n  - name: 海洋局\n    level: 市县\n    duties: [海域使用、渔港]\n',
    );
    expect(read().list.map((d) => d.name)).toEqual(['海洋局']);
  });

  it('names the line of every mistake', () => {
    const read = inWorkspace('departments:\n  - name: 海洋局\n    level: 海上\n    duty: [海域]\n');
    expect(read).toThrow(/第 3 行[\s\S]*level/);
    expect(read).toThrow(/duties/);
  });

  it('refuses a name of two departments, and matters of a department that is not listed', () => {
    const two = '  - name: 海洋局\n    level: 市县\n    duties: [海域]\n    aliases: [渔业局]\n';
    expect(
      inWorkspace(`departments:\n${two}  - name: 渔业局\n    level: 市县\n    duties: [渔业]\n`),
    ).toThrow(/“渔业局”既是海洋局又是渔业局/);
    expect(inWorkspace(`departments:\n${two}    never: {渔船: 交通局}\n`)).toThrow(/“交通局”不在名录里/);
  });
});

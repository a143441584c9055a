import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { emptyFolder } from '../folder.ts';
import { jianyan } from './jianyan.ts';

const rows = (file: string) =>
  readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line): Record<string, unknown> => JSON.parse(line));

const BRIDGE = {
  title: '关于修缮云津桥的建议',
  text: '云津桥护栏锈蚀，桥面坑槽，货车通过时晃动明显，建议检测加固。',
};
const DOCUMENTS = [
  { doc_id: 'b1', ...BRIDGE },
  { doc_id: 'b2', title: '关于修缮云津桥的提案', text: `${BRIDGE.text}望尽快办理。` },
  { doc_id: 'b3', title: '关于修缮永济桥的建议', text: BRIDGE.text.replace('云津桥', '永济桥') },
  { doc_id: 'd1', title: '加强养犬管理', text: '遛狗不牵绳，咬伤人事件增多，建议修订条例。' },
  { doc_id: 'e1', title: '', text: '' },
];
const jsonl = (documents: readonly object[]) => documents.map((d) => `${JSON.stringify(d)}\n`).join('');

describe('jianyan link', () => {
  it('writes an issue for every document and every judged pair with its evidence, in exact keys', async () => {
    const folder = emptyFolder();
    writeFileSync(join(folder, 'in.jsonl'), jsonl(DOCUMENTS));
    const out = join(folder, 'out');
    const { code, stdout, stderr } = await jianyan('link', join(folder, 'in.jsonl'), '--out', out);
    expect([code, stdout]).toEqual([0, '']);
    expect(stderr).toContain('近似重复 1 对');
    expect(readdirSync(out).sort()).toEqual(['issues.jsonl', 'links.jsonl', 'manifest.json']);
    const issues = rows(join(out, 'issues.jsonl'));
    expect(issues.map((row) => Object.keys(row))).toEqual(DOCUMENTS.map(() => ['id', 'issue']));
    const issueOf = new Map(issues.map(({ id, issue }) => [id, issue]));
    expect([...issueOf.keys()]).toEqual(DOCUMENTS.map((d) => d.doc_id));
    expect(issueOf.get('b2')).toBe(issueOf.get('b1'));
    expect(new Set(issueOf.values()).size).toBe(4);
    const links = rows(join(out, 'links.jsonl'));
    for (const link of links) expect(Object.keys(link)).toEqual(['a', 'b', 'relation', 'score', 'evidence']);
    expect(links.find(({ a, b }) => a === 'b1' && b === 'b2')).toMatchObject({ relation: 'copy' });
    const kin = links.find(({ a, b }) => a === 'b1' && b === 'b3');
    expect(kin?.relation).toMatch(/kin|diff/);
    expect(kin?.evidence).toMatch(/不同对象：云津桥 \/ 永济桥/);
  });

  it('gives the same bytes for the documents in another order', async () => {
    const folder = emptyFolder();
    for (const [name, documents] of [
      ['a', DOCUMENTS],
      ['b', [...DOCUMENTS].reverse()],
    ] as const) {
      writeFileSync(join(folder, `${name}.jsonl`), jsonl(documents));
      await jianyan('link', join(folder, `${name}.jsonl`), '--out', join(folder, name));
    }
    const read = (name: string) => readFileSync(join(folder, name, 'links.jsonl'), 'utf8');
    expect(read('b')).toBe(read('a'));
    const sorted = (name: string) =>
      readFileSync(join(folder, name, 'issues.jsonl'), 'utf8')
        .split('\n')
        .sort();
    expect(sorted('b')).toEqual(sorted('a'));
  });

  it('reads ledgers and folders of documents', async () => {
    const folder = emptyFolder();
    mkdirSync(join(folder, 'texts'));
    writeFileSync(join(folder, 'texts', '001 修桥.txt'), `${BRIDGE.title}\n${BRIDGE.text}`);
    writeFileSync(join(folder, 'texts', '002 修桥.txt'), `${BRIDGE.title}\n${BRIDGE.text}`);
    await jianyan('link', join(folder, 'texts'), '--out', join(folder, 'out1'));
    expect(rows(join(folder, 'out1', 'issues.jsonl')).map(({ id }) => id)).toEqual([
      '001 修桥.txt',
      '002 修桥.txt',
    ]);
    expect(rows(join(folder, 'out1', 'links.jsonl'))).toMatchObject([{ relation: 'copy', score: 1 }]);
    writeFileSync(
      join(folder, 'l.csv'),
      `编号,案由,内容\n7,${BRIDGE.title},${BRIDGE.text}\n8,${BRIDGE.title},${BRIDGE.text}\n`,
    );
    await jianyan('link', join(folder, 'l.csv'), '--out', join(folder, 'out2'));
    expect(rows(join(folder, 'out2', 'issues.jsonl'))).toEqual([
      { id: '7', issue: '7' },
      { id: '8', issue: '7' },
    ]);
  });

  it('explains in one line what the user can fix, and leaves nothing half-written', async () => {
    const folder = emptyFolder();
    const out = join(folder, 'out');
    const missing = await jianyan('link', join(folder, 'none.jsonl'), '--out', out);
    expect([missing.code, missing.stderr]).toEqual([1, expect.stringMatching(/^[^\n]*路径不存在[^\n]*\n$/)]);
    writeFileSync(join(folder, 'bad.jsonl'), '{"id": 1, "title": "甲"}\n{"id": 2,\n');
    const bad = await jianyan('link', join(folder, 'bad.jsonl'), '--out', out);
    expect([bad.code, bad.stderr]).toEqual([1, expect.stringContaining('第 2 行')]);
    mkdirSync(join(folder, 'mine'));
    writeFileSync(join(folder, 'mine', '别人的文件.txt'), '');
    writeFileSync(join(folder, 'ok.jsonl'), jsonl(DOCUMENTS));
    const full = await jianyan('link', join(folder, 'ok.jsonl'), '--out', join(folder, 'mine'));
    expect([full.code, readdirSync(join(folder, 'mine'))]).toEqual([1, ['别人的文件.txt']]);
    expect(existsSync(out)).toBe(false);
    expect(readdirSync(folder).filter((name) => name.startsWith('.'))).toEqual([]);
  });
});

import { join } from 'node:path';
import { Document, Packer, Paragraph } from 'docx';
import { describe, expect, it, onTestFinished } from 'vitest';
import { jianyan } from '../e2e/jianyan.ts';
import { emptyFolder } from '../folder.ts';
import { HOSTILE_FILES } from './hostile-files.ts';
import { start, upload } from './start.ts';

const MB = 1024 * 1024;

async function service(parseSeconds: number) {
  const folder = join(emptyFolder(), '工作区');
  await jianyan('init', folder);
  const { url } = await start(folder, { parseSeconds });
  return (path: string) => new URL(path, url).href;
}

async function docx(title: string): Promise<Uint8Array> {
  const lines = [title, '大堤险段须整治。'];
  return Packer.toBuffer(new Document({ sections: [{ children: lines.map((l) => new Paragraph(l)) }] }));
}

describe('uploads', () => {
  it('of hostile files are refused in words, none holds up the service, and the next good one is read', async () => {
    const url = await service(4);
    const waits: number[] = [];
    const pulse = setInterval(async () => {
      const start = performance.now();
      const answered = await fetch(url('/api/health')).catch(() => null);
      waits.push(answered?.ok ? performance.now() - start : Number.POSITIVE_INFINITY);
    }, 200);
    onTestFinished(() => clearInterval(pulse));
    const outcomes: Record<string, string> = {};
    for (const [name, make] of Object.entries(HOSTILE_FILES)) {
      const { status, body } = await upload(url('/api/tag'), { [name]: make() });
      const [{ error, items }] = body.results;
      expect([name, status]).toEqual([name, 200]);
      outcomes[name] = error ?? items.map((i: { text: string }) => i.text).join();
      if (error !== null) expect(error).toMatch(new RegExp(`^${name}.*：.+；.+`));
      expect(outcomes[name]).not.toMatch(/\n\s+at |root:|Error/);
    }
    clearInterval(pulse);
    // On a busy machine the time may be up before the size is.
    for (const name of ['压缩炸弹.docx', '压缩炸弹.xlsx'])
      expect(outcomes[name]).toMatch(/疑似压缩炸弹|已中止/);
    expect(outcomes['嵌套.docx']).toMatch(/已中止/);
    expect(outcomes['大表.xlsx']).toMatch(/工作表范围过大/);
    expect(outcomes['亿笑.docx']?.length).toBeLessThan(10_000);
    expect(outcomes['程序.exe']).toContain('不支持的文件类型');
    expect(Math.max(...waits)).toBeLessThan(2000);
    const good = await upload(url('/api/tag'), { '好.docx': await docx('关于修路的提案') });
    expect(good.body.results[0].items[0].title).toBe('关于修路的提案');
  }, 180_000);

  it('do not wait for a hostile one that came first', async () => {
    const url = await service(8);
    const slow = upload(url('/api/tag'), { '嵌套.docx': HOSTILE_FILES['嵌套.docx']?.() ?? '' });
    await new Promise((resolve) => setTimeout(resolve, 300));
    const start = performance.now();
    const good = await upload(url('/api/tag'), { '好.docx': await docx('关于修路的提案') });
    expect(good.body.results[0].error).toBe(null);
    expect(performance.now() - start).toBeLessThan(7000);
    expect((await slow).body.results[0].error).toMatch(/已中止/);
  }, 60_000);

  it('are limited to 20 MB a file and 100 MB a request', async () => {
    const url = await service(20);
    const { status, body } = await upload(url('/api/tag'), { '大.txt': new Uint8Array(21 * MB) });
    expect([status, body.results[0].error]).toEqual([200, expect.stringMatching(/大\.txt：超过 20 MB；请/)]);
    const huge = await upload(url('/api/tag'), { 'a.txt': new Uint8Array(101 * MB) }).catch((e: Error) => e);
    if (!(huge instanceof Error))
      expect([huge.status, huge.body.error]).toEqual([413, expect.stringContaining('100 MB')]);
  }, 60_000);
});

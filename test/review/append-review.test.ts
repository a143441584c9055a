import { spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { appendReview, REVIEWS_HEADER, repairReviews } from '../../pipeline/review/append-review.ts';
import { COLUMNS } from '../../pipeline/review/columns.ts';
import { readReviews } from '../../pipeline/review/read-reviews.ts';
import { ROOT } from '../../pipeline/root.ts';
import { emptyFolder } from '../folder.ts';
import { review } from './review.ts';

const OLD = '时间,人员,案件标识,机器主题,人工主题,机器主办,人工主办,说明\r\n';
const ids = (file: string) => readReviews(file).reviews.map((r) => r.proposal_id);

/** Another process that appends the decisions `name-0` … until it is done or killed; it prints each that is saved. */
function writer(file: string, name: string, count: number) {
  const module = (path: string) =>
    JSON.stringify(pathToFileURL(join(ROOT, 'dist', 'pipeline', 'review', path)).href);
  const code = `
    const { appendReview } = await import(${module('append-review.js')});
    const { makeReview } = await import(${module('read-reviews.js')});
    for (let i = 0; i < ${count}; i += 20)
      await Promise.all(Array.from({ length: 20 }, async (_, j) => {
        const proposal_id = '${name}-' + (i + j);
        await appendReview(${JSON.stringify(file)}, { ...makeReview(() => ''), proposal_id, text: '正文'.repeat(2000), decision: '采纳' });
        process.stdout.write(proposal_id + '\\n');
      }));`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', code]);
  let saved = '';
  let errors = '';
  child.stdout.on('data', (chunk) => {
    saved += chunk;
  });
  child.stderr.on('data', (chunk) => {
    errors += chunk;
  });
  const closed = new Promise<{ saved: string[]; errors: string }>((resolve) =>
    child.on('close', () => resolve({ saved: saved.trim().split('\n').filter(Boolean), errors })),
  );
  return { child, closed };
}

describe('appendReview', () => {
  it('writes a file that Excel opens: BOM, Chinese header, CRLF', async () => {
    const file = join(emptyFolder(), 'reviews.csv');
    await appendReview(
      file,
      review({ title: '=HYPERLINK("http://x")', lead: '水利局', note: '第一行\n第二行' }),
    );
    const text = readFileSync(file, 'utf8');
    expect(text.startsWith(REVIEWS_HEADER)).toBe(true);
    expect(text).toContain(`"'=HYPERLINK(""http://x"")"`);
    expect(text.endsWith('第一行　　第二行,采纳\r\n')).toBe(true);
    expect(readReviews(file).reviews).toMatchObject([{ title: '=HYPERLINK("http://x")', lead: '水利局' }]);
  });

  it('loses none of 200 that two processes save at once', async () => {
    const file = join(emptyFolder(), 'reviews.csv');
    const results = await Promise.all(['甲', '乙'].map((name) => writer(file, name, 100).closed));
    expect(results.map((r) => r.errors)).toEqual(['', '']);
    expect(ids(file)).toHaveLength(200);
    expect(ids(file).sort()).toEqual(results.flatMap((r) => r.saved).sort());
    expect(existsSync(`${file}.lock`)).toBe(false);
  });

  it('keeps all that was saved when a process is killed in the middle, and the next one goes on', async () => {
    for (const after of [1, 7, 30]) {
      const folder = emptyFolder();
      const file = join(folder, 'reviews.csv');
      const { child, closed } = writer(file, '甲', 10_000);
      let seen = 0;
      child.stdout.on('data', () => ++seen >= after && child.kill('SIGKILL'));
      const { saved } = await closed;
      expect(child.signalCode).toBe('SIGKILL');
      await repairReviews(file);
      expect(ids(file)).toEqual(expect.arrayContaining(saved));
      await appendReview(file, review({ proposal_id: '之后' }));
      expect(ids(file).at(-1)).toBe('之后');
      expect(readdirSync(folder).filter((name) => name.includes('lock'))).toEqual([]);
    }
  });

  it('does not wait long for a lock whose holder was killed before it could sign it', async () => {
    const file = join(emptyFolder(), 'reviews.csv');
    writeFileSync(`${file}.lock`, '');
    await appendReview(file, review({ proposal_id: '之后' }));
    expect(ids(file)).toEqual(['之后']);
  }, 10_000);

  it('takes up a file of an earlier version, with its records and with columns that somebody added', async () => {
    const file = join(emptyFolder(), 'reviews.csv');
    const header = OLD.replace('说明', '科室,说明');
    writeFileSync(
      file,
      `\uFEFF${header}2024-5-1,李,政协-2024-7,环境,水利,生态环境局,水利局,二科,"堤,不是污染"\r\n`,
    );
    await appendReview(file, review({}));
    expect(readReviews(file).headers).toEqual([...Object.values(COLUMNS).slice(0, -1), '科室', '决定']);
    expect(readReviews(file).reviews).toMatchObject([
      { decided_at: '2024-5-1', topic: '水利', machine_topic: '环境', lead: '水利局', note: '堤,不是污染' },
      { proposal_id: '政协-2024-1' },
    ]);
    expect(readReviews(file).cells[0]?.at(-2)).toBe('二科');
  });

  it('goes on in UTF-8 after a Chinese Excel has saved the file in GB18030', async () => {
    const file = join(emptyFolder(), 'reviews.csv');
    await appendReview(file, review({ title: '关于加固㙟头大堤的提案', note: '核过' }));
    writeFileSync(file, iconv.encode(readFileSync(file, 'utf8').replace('\uFEFF', ''), 'gb18030'));
    await appendReview(file, review({ proposal_id: '政协-2024-2' }));
    expect(readFileSync(file, 'utf8').startsWith(REVIEWS_HEADER)).toBe(true);
    expect(readReviews(file).reviews).toMatchObject([
      { title: '关于加固㙟头大堤的提案', note: '核过' },
      { proposal_id: '政协-2024-2' },
    ]);
  });
});

describe('repairReviews', () => {
  it('moves a line that is cut anywhere aside, whole records stay, and nothing is lost', async () => {
    const folder = emptyFolder();
    const whole = join(folder, 'whole.csv');
    await appendReview(whole, review({ proposal_id: '第一' }));
    const before = readFileSync(whole);
    await appendReview(whole, review({ proposal_id: '第二', title: '引号"和,逗号', note: '补充' }));
    const bytes = readFileSync(whole);
    for (let cut = before.length + 1; cut < bytes.length; cut++) {
      const file = join(folder, `${cut}.csv`);
      writeFileSync(file, bytes.subarray(0, cut));
      const torn = await repairReviews(file);
      const kept = ids(file);
      if (torn === null) expect([cut >= bytes.length - 2, kept]).toEqual([true, ['第一', '第二']]);
      else {
        expect(kept).toEqual(['第一']);
        const aside = readFileSync(torn).subarray(3, -2);
        expect(aside.equals(bytes.subarray(before.length, cut))).toBe(true);
      }
      expect(readFileSync(file, 'utf8').endsWith('\r\n')).toBe(true);
    }
  });

  it('does nothing to a file in order', async () => {
    const file = join(emptyFolder(), 'reviews.csv');
    writeFileSync(file, REVIEWS_HEADER);
    expect(await repairReviews(file)).toBe(null);
    expect(readFileSync(file, 'utf8')).toBe(REVIEWS_HEADER);
  });

  it('refuses a file that is something else', async () => {
    const file = join(emptyFolder(), 'reviews.csv');
    writeFileSync(file, '\uFEFF姓名,电话\r\n甲,1\r\n');
    await expect(repairReviews(file)).rejects.toThrow(/没有“案件标识”这一列；请恢复/);
  });
});

import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Document, HeadingLevel, Packer, Paragraph, TextRun } from 'docx';
import { withoutClock } from './documents.ts';
import type { Case } from './plan.ts';
import { pick, random } from './random.ts';
import { SAMPLE, type Written } from './written.ts';

/** A proposal of the next year, not yet routed: texts/new/2025.jsonl. */
type NewProposal = Omit<Written, 'outcome' | 'reply' | 'obstacles' | 'promises'>;

const FORMATS = ['docx', 'txt', 'pdf'] as const;

/**
 * Writes new/: the proposals of 2025 as offices receive them, and answers.jsonl with what a person would decide. A
 * PDF is printed only where it is missing: a browser puts a clock into each (delete it to print it again).
 */
export async function writeNew(cases: readonly Case[], id: (c: Case) => string): Promise<number> {
  const folder = join(SAMPLE, 'new');
  mkdirSync(folder, { recursive: true });
  const proposals = readFileSync(join(SAMPLE, 'texts', 'new', '2025.jsonl'), 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line): NewProposal => JSON.parse(line));
  const named = proposals.map((p, index) => ({ ...p, file: fileName(p, index) }));
  for (const old of readdirSync(folder)) {
    if (!named.some(({ file }) => file === old)) rmSync(join(folder, old));
  }
  for (const p of named) {
    const path = join(folder, p.file);
    if (p.file.endsWith('.docx')) writeFileSync(path, await toDocx(p));
    if (p.file.endsWith('.txt')) writeFileSync(path, lines(p).join('\r\n'));
    if (p.file.endsWith('.pdf') && !existsSync(path)) await print(lines(p), path);
  }
  const answers = named.map((p) => ({
    file: p.file,
    title: p.title,
    topic: p.topic,
    subtopic: p.topic2,
    lead: p.lead,
    co: p.co,
    similar: similar(p, cases).map(({ found, relation }) => ({ proposal_id: id(found), relation })),
  }));
  writeFileSync(join(folder, 'answers.jsonl'), `${answers.map((a) => JSON.stringify(a)).join('\n')}\n`);
  return named.length;
}

/** Offices name files by number, by title, or both. */
function fileName(p: NewProposal, index: number): string {
  const title = p.title.replace(/[“”"\\/:*?<>|，。？]/g, '').slice(0, 40);
  const name = [`${String(index + 1).padStart(3, '0')} ${title}`, title, `2025年${p.body}-${title}`][
    index % 3
  ];
  return `${name}.${FORMATS[Math.floor(index / 3) % 3]}`;
}

function lines(p: NewProposal): string[] {
  const next = random('new', p.key);
  const head = pick(
    [
      [`（示例数据）`, `类别：${p.body}`, p.title],
      [p.title, `提出形式：${p.proposer_type}　地区：${p.district}　（示例数据）`],
      [`2025年${p.body === '政协' ? '政协提案' : '人大代表建议'}（示例数据）`, `标题：${p.title}`],
    ],
    next,
  );
  return [...head, ...p.text.split('\n')];
}

/** What the clerk should be shown: the copied or quoted case, else the earlier ones about the same matter. */
function similar(p: NewProposal, cases: readonly Case[]): { found: Case; relation: string }[] {
  return cases.flatMap((found) => {
    if (found.key === p.relation?.to) return [{ found, relation: p.relation.kind }];
    return p.issue !== null && found.issue === p.issue ? [{ found, relation: 'same' }] : [];
  });
}

async function toDocx(p: NewProposal): Promise<Uint8Array> {
  const children = lines(p).map((line) => {
    const isTitle = line === p.title;
    return new Paragraph({
      ...(isTitle ? { heading: HeadingLevel.HEADING_1 } : {}),
      children: [new TextRun(line)],
    });
  });
  return withoutClock(await Packer.toBuffer(new Document({ creator: '示例数据', sections: [{ children }] })));
}

async function print(text: readonly string[], path: string): Promise<void> {
  const { openBrowser } = await import('../../../test/dashboards/browser.ts');
  const browser = await openBrowser();
  try {
    const page = await browser.newPage();
    const escaped = text.map((line) => `<p>${line.replace(/[&<>]/g, (c) => `&#${c.charCodeAt(0)};`)}</p>`);
    await page.setContent(
      `<style>body{font:12pt/1.8 "Noto Sans CJK SC";padding:2cm}</style>${escaped.join('')}`,
    );
    await page.pdf({ path, format: 'A4' });
  } finally {
    await browser.close();
  }
}

import { closeSync, openSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { explainSystemError } from '../errors.ts';
import type { Progress } from '../progress.ts';
import { version } from '../publish/manifest.ts';
import { openPlace } from '../publish/place.ts';
import type { Relation } from '../rows.ts';
import { cluster, type ScoredPair } from './cluster.ts';
import { indexDocuments } from './index-documents.ts';
import { judge } from './judge.ts';
import { readDocuments } from './read-documents.ts';
import type { Document } from './traits.ts';

/** Pairs below this hardly move the mean of a cluster: they are written, not held. */
const HELD_FROM = 0.05;
const BUFFER = 1 << 20;

/**
 * `jianyan link FILE --out DIR`: compares the documents of a file or folder with each other, without a workspace.
 * Writes issues.jsonl {id, issue} for every document (an issue bears the id of its first member) and links.jsonl
 * {a, b, relation, score, evidence} for every pair that was judged. DIR appears whole or not at all. Returns what to
 * tell the user.
 */
export async function linkDocuments(input: string, out: string, progress: Progress): Promise<string> {
  const documents = await readDocuments(input, progress);
  const place = openPlace(out);
  try {
    const { pairs, counts } = writeLinks(documents, join(place.draft, 'links.jsonl'), progress);
    const issues = cluster(
      documents.map((d) => d.id),
      pairs,
    );
    writeIssues(issues, documents, join(place.draft, 'issues.jsonl'));
    const manifest = { program: 'jianyan', version: version(), documents: documents.length, pairs: counts };
    writeFileSync(join(place.draft, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`);
    place.publish();
    return summary(documents.length, issues, counts, out);
  } catch (error) {
    place.abandon();
    throw explainSystemError(error, out);
  }
}

type Counts = Record<Relation, number>;

function writeLinks(documents: readonly Document[], file: string, progress: Progress) {
  const pairs: ScoredPair[] = [];
  const counts: Counts = { copy: 0, fragment: 0, same: 0, kin: 0, diff: 0 };
  const descriptor = openSync(file, 'w');
  let buffer = '';
  try {
    for (const link of judge(indexDocuments(documents, progress), progress)) {
      counts[link.relation] += 1;
      if (link.score >= HELD_FROM) pairs.push({ a: link.a, b: link.b, score: link.score });
      buffer += `${JSON.stringify(link)}\n`;
      if (buffer.length < BUFFER) continue;
      writeSync(descriptor, buffer);
      buffer = '';
    }
    writeSync(descriptor, buffer);
  } finally {
    closeSync(descriptor);
  }
  return { pairs, counts };
}

function writeIssues(issues: readonly string[][], documents: readonly Document[], file: string): void {
  const issueOf = new Map(issues.flatMap((members) => members.map((id) => [id, members[0] ?? id] as const)));
  const lines = documents.map(({ id }) => `${JSON.stringify({ id, issue: issueOf.get(id) ?? id })}\n`);
  writeFileSync(file, lines.join(''));
}

function summary(documents: number, issues: readonly string[][], counts: Counts, out: string): string {
  const several = issues.filter((members) => members.length > 1);
  const inSeveral = several.reduce((sum, members) => sum + members.length, 0);
  return [
    `共 ${documents} 件；${inSeveral} 件归入 ${several.length} 个多件议题`,
    `近似重复 ${counts.copy} 对 · 部分重复 ${counts.fragment} 对 · 同一事项 ${counts.same} 对 · 同类不同事 ${counts.kin} 对 · 无关 ${counts.diff} 对`,
    `结果：${join(out, 'issues.jsonl')}、${join(out, 'links.jsonl')}`,
    '',
  ].join('\n');
}

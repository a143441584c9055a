import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** A proposal as it was written for the sample: data/sample/texts/*.jsonl, one a line. Everything in it is fictitious. */
export interface Written {
  key: string;
  year: number;
  body: '政协' | '人大';
  topic: string;
  topic2: string;
  title: string;
  text: string;
  three_part: boolean;
  proposer_type: '个人' | '联名' | '集体';
  district: string;
  lead: string;
  co: string[];
  outcome: string;
  reply: string | null;
  obstacles: { kind: string; evidence: string }[];
  promises: { what: string; by: string; evidence: string }[];
  issue: string | null;
  relation: { to: string; kind: 'copy' | 'fragment' | 'lookalike' } | null;
}

export const SAMPLE = fileURLToPath(new URL('..', import.meta.url));

/** All written proposals, sorted by year and key. */
export function readWritten(): Written[] {
  const folder = `${SAMPLE}/texts`;
  const lines = readdirSync(folder)
    .filter((file) => file.endsWith('.jsonl'))
    .sort()
    .flatMap((file) => readFileSync(`${folder}/${file}`, 'utf8').split('\n').filter(Boolean));
  const written = lines.map((line): Written => JSON.parse(line));
  return written.sort((a, b) => a.year - b.year || (a.key < b.key ? -1 : 1));
}

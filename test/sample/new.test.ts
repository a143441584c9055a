import { readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { describeDocument } from '../../pipeline/ingest/describe.ts';
import { readDocument } from '../../pipeline/ingest/documents.ts';
import { SAMPLE } from '../e2e/jianyan.ts';

const lines = (name: string) =>
  readFileSync(join(SAMPLE, name), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));

describe('the new proposals of the sample city', () => {
  const answers = lines('new/answers.jsonl');
  const written = lines('texts/new/2025.jsonl');

  it.each(answers.map((a): [string, string] => [a.file, a.title]))(
    '%s reads back as it was written',
    async (file, title) => {
      const text = await readDocument(readFileSync(join(SAMPLE, 'new', file)), extname(file), file);
      const found = describeDocument(text, file);
      const expected = written.find((w) => w.title === title);
      const plain = (s: string | null) => (s ?? '').replace(/\s/g, '');
      expect(found.title).toBe(title);
      expect(plain(found.text)).toContain(plain(expected.text));
    },
  );

  it('are 24, in three formats, over all 20 topics, with what a person would decide', () => {
    expect(answers).toHaveLength(24);
    expect(new Set(answers.map((a) => extname(a.file)))).toEqual(new Set(['.docx', '.txt', '.pdf']));
    expect(new Set(answers.map((a) => a.topic)).size).toBe(20);
    const relations = answers.flatMap((a) => a.similar.map((s: { relation: string }) => s.relation));
    expect(new Set(relations)).toEqual(new Set(['copy', 'fragment', 'same']));
  });
});

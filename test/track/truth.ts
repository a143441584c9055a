import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { SAMPLE } from '../e2e/jianyan.ts';

interface Fact {
  kind: string;
  issue: string;
  members: string[];
}

/** The issues of the sample city as they were planted: the members of each. */
export function trueIssues(): string[][] {
  const lines = readFileSync(join(SAMPLE, 'truth.jsonl'), 'utf8').trim().split('\n');
  const facts = lines.map((line): Fact => JSON.parse(line));
  return facts.filter((fact) => fact.kind === 'issue').map((fact) => fact.members);
}

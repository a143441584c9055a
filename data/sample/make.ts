import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { documents } from './make/documents.ts';
import { ledgers } from './make/ledgers/ledgers.ts';
import { plan } from './make/plan.ts';
import { truth } from './make/truth.ts';
import { readWritten, SAMPLE } from './make/written.ts';

/** Makes data/sample/input and truth.jsonl from the written texts: npm run sample. The same texts give the same bytes. */
const cases = plan(readWritten());
const files = { ...ledgers(cases), ...(await documents(cases)) };
rmSync(join(SAMPLE, 'input'), { recursive: true, force: true });
for (const [name, bytes] of Object.entries(files)) {
  const path = join(SAMPLE, 'input', name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, bytes);
}
writeFileSync(
  join(SAMPLE, 'truth.jsonl'),
  `${truth(cases)
    .map((fact) => JSON.stringify(fact))
    .join('\n')}\n`,
);
console.log(`${cases.length} proposals, ${Object.keys(files).length} files`);

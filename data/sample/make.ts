import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { documents } from './make/documents.ts';
import { plantErrors } from './make/errors.ts';
import { ledgers } from './make/ledgers/ledgers.ts';
import { writeNew } from './make/new.ts';
import { plan } from './make/plan.ts';
import { idIn, truth } from './make/truth.ts';
import { readWritten, SAMPLE } from './make/written.ts';

/** Makes data/sample/input and truth.jsonl from the written texts: npm run sample. The same texts give the same bytes. */
const { shown, errors } = plantErrors(plan(readWritten()));
const files = { ...ledgers(shown), ...(await documents(shown)) };
rmSync(join(SAMPLE, 'input'), { recursive: true, force: true });
for (const [name, bytes] of Object.entries(files)) {
  const path = join(SAMPLE, 'input', name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, bytes);
}
writeFileSync(
  join(SAMPLE, 'truth.jsonl'),
  `${truth(shown, errors)
    .map((fact) => JSON.stringify(fact))
    .join('\n')}\n`,
);
const fresh = await writeNew(shown, idIn(shown));
console.log(`${shown.length} proposals, ${Object.keys(files).length} files, ${fresh} new proposals`);

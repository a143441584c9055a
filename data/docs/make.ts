import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describeMethods } from './describe-methods.ts';
import { describeTables } from './describe-tables.ts';

/** Writes the generated documents: npm run docs. The same sources give the same bytes. */
const write = (name: string, text: string) =>
  writeFileSync(fileURLToPath(new URL(name, import.meta.url)), text);

write('methods.md', describeMethods());
write('tables.md', await describeTables());

import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { cutTerms } from '../../pipeline/link/terms.ts';
import { normalize } from '../../pipeline/text/normalize.ts';
import { backgroundTexts } from './texts.ts';

/** Makes data/background.txt and data/relations.json: npm run relations. The same texts give the same bytes. */
const path = (name: string) => fileURLToPath(new URL(`../${name}`, import.meta.url));

writeFileSync(path('background.txt'), background(backgroundTexts()));
// Weights are learned with the new background: the module that reads it is loaded only now.
const { trainRelations } = await import('./train.ts');
const { model, report } = trainRelations();
writeFileSync(path('relations.json'), `${JSON.stringify(model, null, 1)}\n`);
console.log(report);

/**
 * First line: number of texts. Then, most frequent first: in how many of them, and which terms; those of one text only
 * are left out, and those that neither the labelled titles nor the tokenizer's dictionary know: names of the sample
 * city and of the written texts must weigh what a stranger's names weigh.
 */
function background({ texts, general }: { texts: readonly string[]; general: readonly string[] }): string {
  const known = new Set(general.flatMap((text) => cutTerms(normalize(text))));
  const documents = new Map<string, number>();
  for (const text of texts) {
    for (const term of new Set(cutTerms(normalize(text)))) {
      if (known.has(term)) documents.set(term, (documents.get(term) ?? 0) + 1);
    }
  }
  const byCount = new Map<number, string[]>();
  for (const [term, count] of documents)
    if (count >= 2) byCount.set(count, [...(byCount.get(count) ?? []), term]);
  const lines = [...byCount]
    .sort(([a], [b]) => b - a)
    .map(([count, terms]) => `${count}\t${terms.sort().join(' ')}`);
  return `${texts.length}\n${lines.join('\n')}\n`;
}

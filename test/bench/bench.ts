import { writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { fileURLToPath } from 'node:url';
import { version } from '../../pipeline/publish/manifest.ts';
import { classifiers } from './classifiers.ts';
import { linking } from './linking.ts';
import type { Section } from './section.ts';
import { stages } from './stages.ts';

/** Measures everything and writes RESULTS.md: npm run bench. Machines are noisy: compare ratios, not runs. */
const sections: Section[] = [await stages(), classifiers(), linking()];
const machine = `${cpus().length} × ${cpus()[0]?.model ?? 'unknown CPU'}, ${Math.round(totalmem() / 2 ** 30)} GB, ${process.platform}; Node ${process.version}; Jianyan ${version()}`;
const page = [
  '# Measured results',
  'Written by `npm run bench`; do not edit by hand.',
  `Machine: ${machine}`,
  ...sections.flatMap(({ title, text }) => [`## ${title}`, ...text]),
];
writeFileSync(fileURLToPath(new URL('RESULTS.md', import.meta.url)), `${page.join('\n\n')}\n`);
console.log(page.join('\n\n'));

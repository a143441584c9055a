import { readFileSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { fileURLToPath } from 'node:url';
import { version } from '../../pipeline/publish/manifest.ts';
import { classifiers } from './classifiers.ts';
import { dashboards } from './dashboards.ts';
import { linking } from './linking.ts';
import { linting } from './linting.ts';
import { obstacles } from './obstacles.ts';
import { relations } from './relations.ts';
import { routing } from './routing.ts';
import type { Section } from './section.ts';
import { serving } from './serve.ts';
import { stages } from './stages.ts';

/** In the order in which they stand in RESULTS.md. */
const SECTIONS: Record<string, () => Section | Promise<Section>> = {
  stages,
  classifiers,
  routing,
  relations,
  linking,
  obstacles,
  linting,
  serving,
  dashboards,
};

/**
 * Measures and writes RESULTS.md: `npm run bench` all of it, `npm run bench -- routing linking` only these sections, the
 * others stay as they stand. Machines are noisy: compare ratios, not runs.
 */
const file = fileURLToPath(new URL('RESULTS.md', import.meta.url));
const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !(name in SECTIONS));
if (unknown.length > 0)
  throw new Error(`no section ${unknown.join(', ')}; there are ${Object.keys(SECTIONS).join(', ')}`);
const before = new Map(
  [...readFileSync(file, 'utf8').matchAll(/^<!-- (\w+) -->\n\n([\s\S]*?)(?=\n*^<!-- |\n*$(?![\s\S]))/gm)].map(
    ([, name = '', text = '']) => [name, text],
  ),
);
const machine = `${cpus().length} × ${cpus()[0]?.model ?? 'unknown CPU'}, ${Math.round(totalmem() / 2 ** 30)} GB, ${process.platform}; Node ${process.version}; Jianyan ${version()}`;
const parts: string[] = [];
for (const [name, measure] of Object.entries(SECTIONS)) {
  const kept = before.get(name);
  if (wanted.length > 0 && !wanted.includes(name)) {
    if (kept !== undefined) parts.push(`<!-- ${name} -->`, kept);
    continue;
  }
  const { title, text } = await measure();
  const section = [`## ${title}`, `Machine: ${machine}`, ...text].join('\n\n');
  console.log(section);
  parts.push(`<!-- ${name} -->`, section);
}
const head = [
  '# Measured results',
  'Written by `npm run bench` (all of it) or `npm run bench -- SECTION …` (named ones); do not edit by hand.',
];
writeFileSync(file, `${[...head, ...parts].join('\n\n')}\n`);

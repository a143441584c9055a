// One answer of a new process: node first-answer.mjs MODEL < document.json. Runs what is built, as users do.
import { readFileSync } from 'node:fs';
import { learnedClassifier } from '../../dist/pipeline/classify/learned.js';
import { readModel } from '../../dist/pipeline/classify/model-file.js';
import { makePreparer } from '../../dist/pipeline/classify/prepare.js';

const document = JSON.parse(readFileSync(0, 'utf8'));
const prepare = makePreparer();
const answer = learnedClassifier(readModel(process.argv[2]))(prepare(document));
process.stdout.write(`${JSON.stringify(answer.ranking[0])}\n`);

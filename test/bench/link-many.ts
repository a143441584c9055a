import { cluster, type ScoredPair } from '../../pipeline/link/cluster.ts';
import { indexDocuments } from '../../pipeline/link/index-documents.ts';
import { judge } from '../../pipeline/link/judge.ts';
import { silentProgress } from '../../pipeline/progress.ts';
import { manyDocuments } from './many-documents.ts';

/** Links as many documents as the argument says, alone in its process, and prints what it took as JSON. */
const { documents, copies } = manyDocuments(Number(process.argv[2]));
const before = process.cpuUsage();
const start = performance.now();
const index = indexDocuments(documents, silentProgress);
const read = performance.now();
const pairs: ScoredPair[] = [];
let judged = 0;
for (const { a, b, score } of judge(index, silentProgress)) {
  judged += 1;
  if (score >= 0.05) pairs.push({ a, b, score });
}
const linked = performance.now();
const issues = cluster(
  documents.map(({ id }) => id),
  pairs,
);
const end = performance.now();
const issueOf = new Map(issues.flatMap((members, i) => members.map((id) => [id, i] as const)));
console.log(
  JSON.stringify({
    seconds: (end - start) / 1000,
    cpu: (process.cpuUsage().user - before.user) / 1e6,
    reading: (read - start) / 1000,
    judging: (linked - read) / 1000,
    clustering: (end - linked) / 1000,
    pairs: judged,
    megabytes: process.resourceUsage().maxRSS / 1024,
    copies: copies.filter(([a, b]) => issueOf.get(a) === issueOf.get(b)).length / copies.length,
  }),
);

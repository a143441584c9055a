/**
 * The yearly outcomes of a workspace read by two profiles, side by side on what both define, and what is refused:
 * npm run -s profiles -- data/sample city-abcd three-letter
 */
import { OUTCOME_WORDS } from '../../dashboards/words.ts';
import { openWorkspace } from '../../pipeline/config.ts';
import { ingest } from '../../pipeline/ingest/ingest.ts';
import { compareProfiles, isWithin } from '../../pipeline/outcome/compare-profiles.ts';
import { readProfile } from '../../pipeline/outcome/profile.ts';
import { silentProgress } from '../../pipeline/progress.ts';

const [input = 'data/sample', ...ids] = process.argv.slice(2);
const [left = 'city-abcd', right = 'three-letter'] = ids;

/** The first answer of a proposal as one profile reads it. */
interface Read {
  year: string;
  raw: string;
  outcome: string | null;
}

const workspace = openWorkspace(input);
const sides = await Promise.all([left, right].map(readBy));
const profiles = [left, right].map((id) => readProfile(id, workspace.folder));
const [a, b] = profiles;
if (!a || !b) throw new Error('two profiles are needed');
const { unions, refused } = compareProfiles(a, b);
const years = [...new Set(sides.flat().map((read) => read.year))].sort();

const lines = [
  `左：${a.name}`,
  `右：${b.name}`,
  '',
  row(['年度', ...unions.flatMap((u) => [`${words(u)} 左`, '右']), '不合并 左', '不合并 右']),
  row(['---', ...unions.flatMap(() => ['---:', '---:']), '---', '---']),
  ...years.map((year) =>
    row([
      year,
      ...unions.flatMap((u) =>
        sides.map((side) => String(of(side, year).filter((r) => isWithin(r.outcome, u)).length)),
      ),
      ...sides.map((side) => unmerged(of(side, year))),
    ]),
  ),
  '',
  '不能对比的类别：',
  ...refused.map(
    ({ side, outcome, why }) =>
      `- ${side === 'left' ? '左' : '右'}口径的“${words(outcome)}”：${why === 'not_defined' ? '对方口径没有这一类' : '对方口径的界线划在别处，分不开'}`,
  ),
];
process.stdout.write(`${lines.join('\n')}\n`);

async function readBy(id: string): Promise<Read[]> {
  const config = { ...workspace.config, profiles: { 默认: id } };
  const { proposals, handlings } = (await ingest({ ...workspace, config }, silentProgress)).rows;
  const answers = new Map(
    handlings
      .filter((h) => h.role !== 'co')
      .reverse()
      .map((h) => [h.proposal_id, h]),
  );
  return proposals.flatMap((p) => {
    const answer = answers.get(p.proposal_id);
    const raw = answer?.outcome_raw ?? null;
    return raw === null ? [] : [{ year: String(p.year ?? '不详'), raw, outcome: answer?.outcome ?? null }];
  });
}

function of(side: readonly Read[], year: string): Read[] {
  return side.filter((read) => read.year === year);
}

/** Codes outside every union, as they stand in the ledger. */
function unmerged(reads: readonly Read[]): string {
  const counts = new Map<string, number>();
  for (const { raw, outcome } of reads) {
    if (unions.some((u) => isWithin(outcome, u))) continue;
    const means = outcome === null ? '口径未列' : words(outcome);
    const name = raw === means ? raw : `${raw}（${means}）`;
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return (
    [...counts]
      .sort(([x], [y]) => (x < y ? -1 : 1))
      .map(([name, n]) => `${name} ${n}`)
      .join('，') || '—'
  );
}

function words(outcome: string): string {
  return outcome
    .split('|')
    .map((code) => OUTCOME_WORDS[code] ?? code)
    .join('或');
}

function row(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}

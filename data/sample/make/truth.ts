import type { LedgerError } from './errors.ts';
import type { Case } from './plan.ts';
import { rates } from './rates.ts';

/** What is true of the sample, one fact a line (data/sample/truth.jsonl): the tests compare the pipeline with it. */
export function truth(cases: readonly Case[], errors: readonly LedgerError[]): object[] {
  const id = idIn(cases);
  const byKey = new Map(cases.map((c) => [c.key, c]));
  const idOf = (key: string | null) => {
    const found = key === null ? undefined : byKey.get(key);
    return found ? id(found) : null;
  };
  const proposals = cases.map((c) => ({
    kind: 'proposal',
    proposal_id: id(c),
    key: c.key,
    year: c.year,
    body: c.body,
    topic: c.topic,
    subtopic: c.topic2,
    three_part: c.three_part,
    lead: c.lead,
    co: c.co,
    outcome: c.replied_on ? c.outcome : null,
    assigned_on: c.assigned_on,
    replied_on: c.replied_on,
    merged_into: idOf(c.merged_into),
    feedback: c.feedback.map((f) => f.result),
  }));
  const issues = new Map<string, Case[]>();
  for (const c of cases) if (c.issue) issues.set(c.issue, [...(issues.get(c.issue) ?? []), c]);
  return [
    ...proposals,
    ...[...issues].map(([issue, members]) => ({ kind: 'issue', issue, members: members.map(id) })),
    ...cases.flatMap((c) =>
      c.relation ? [{ kind: c.relation.kind, a: idOf(c.relation.to), b: id(c) }] : [],
    ),
    ...cases.flatMap((c) =>
      c.obstacles.map((o) => ({
        kind: 'obstacle',
        proposal_id: id(c),
        obstacle: o.kind,
        evidence: o.evidence,
      })),
    ),
    ...cases.flatMap((c) =>
      c.promises.map((p, i) => ({
        kind: 'promise',
        proposal_id: id(c),
        item: p.what,
        due_on: p.by,
        fulfilled_on: c.kept[i]?.fulfilled_on ?? null,
        evidence: p.evidence,
      })),
    ),
    ...ledgerErrors(cases, errors, id),
    ...rates(cases),
  ];
}

/** The id that the pipeline gives: a number that stands twice in a series gets -2. */
export function idIn(cases: readonly Case[]): (c: Case) => string {
  return (c) => {
    const plain = `${c.body}-${c.year}-${c.number}`;
    const first = cases.find((o) => o.body === c.body && o.year === c.year && o.number === c.number);
    return first?.key === c.key ? plain : `${plain}-2`;
  };
}

/** The mistakes of the ledgers: planted in cases (errors.ts), and the two that are rows of their own. */
function ledgerErrors(
  cases: readonly Case[],
  errors: readonly LedgerError[],
  id: (c: Case) => string,
): object[] {
  const of = (body: string, year: number) => cases.filter((c) => c.body === body && c.year === year);
  const found = errors.map(({ key, ...rest }) => {
    const victim = cases.find((c) => c.key === key);
    return { ...rest, proposal_id: victim ? id(victim) : null };
  });
  const total = {
    error: '合计行',
    file: '2020年/政协提案办理台账2020.csv',
    row: of('政协', 2020).length + 2,
  };
  const middle = Math.floor(of('人大', 2024).length / 2) + 2;
  const header = { error: '重复的表头', file: '2024年/2024年人大建议.csv', row: middle };
  return [...found, ...[total, header].map((error) => ({ kind: 'ledger_error', ...error }))];
}

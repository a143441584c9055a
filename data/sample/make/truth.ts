import type { Case } from './plan.ts';

/** What is true of the sample, one fact a line (data/sample/truth.jsonl): the tests compare the pipeline with it. */
export function truth(cases: Case[]): object[] {
  const id = (c: Case) => `${c.body}-${c.year}-${c.number}`;
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
    ...plantedErrors(cases, id),
    ...rates(cases),
  ];
}

/** The errors that pipeline/… must find; the templates in ledgers.ts plant them. */
function plantedErrors(cases: Case[], id: (c: Case) => string): object[] {
  const npc2023 = cases
    .filter((c) => c.body === '人大' && c.year === 2023)
    .sort((a, b) => a.number - b.number);
  const at = (index: number) => {
    const found = npc2023[index];
    return found ? id(found) : null;
  };
  const file = '2023年/2023年人大代表建议办理表.csv';
  const count = cases.filter((c) => c.body === '政协' && c.year === 2020).length;
  return [
    { kind: 'ledger_error', error: '合计行', file: '2020年/政协提案办理台账2020.csv', row: count + 2 },
    { kind: 'ledger_error', error: '读不出的日期', file, row: 4, proposal_id: at(2) },
    { kind: 'ledger_error', error: '答复早于交办', file, row: 6, proposal_id: at(4) },
    { kind: 'ledger_error', error: '办理结果口径未列', file, row: 8, proposal_id: at(6) },
    {
      kind: 'ledger_error',
      error: '重复的表头',
      file: '2024年/2024年人大建议.csv',
      row: Math.floor(cases.filter((c) => c.body === '人大' && c.year === 2024).length / 2) + 2,
    },
  ];
}

/** Counts behind each rate by year and body, straight from the plan: no code of the pipeline is used. */
function rates(cases: Case[]): object[] {
  const groups = new Map<string, Case[]>();
  for (const c of cases) groups.set(`${c.year}|${c.body}`, [...(groups.get(`${c.year}|${c.body}`) ?? []), c]);
  return [...groups].map(([key, list]) => {
    const [year, body] = key.split('|');
    const replied = list.filter((c) => c.replied_on !== null);
    return {
      kind: 'rate',
      year: Number(year),
      body,
      proposals: list.length,
      merged: list.filter((c) => c.filed === '并案').length,
      replied: replied.length,
      solved: replied.filter((c) => c.outcome === 'solved').length,
    };
  });
}

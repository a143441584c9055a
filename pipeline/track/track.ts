import type { Issue, IssueMember, Proposal } from '../rows.ts';
import { matchIssues } from './match-issues.ts';
import { referTo } from './refer.ts';
import { isNamedByHand, issueId, nextNumber, type RegisteredMember, type Registry } from './registry.ts';
import { finalIssue, type Rules, rulesOf } from './rules.ts';
import { settle } from './settle.ts';

export interface Tracked {
  issues: Issue[];
  issue_members: IssueMember[];
  /** To be written back to the workspace. */
  registry: Registry;
}

/**
 * Turns clusters into issues with ids that stay. A cluster continues the registered issue with which it shares most
 * members; others get new numbers in the order in which they became issues, that is were raised for the second time,
 * so that a later year changes no earlier number even where no registry is kept. Then people's decisions are put over
 * it. Only what at least two proposals raise is an issue. The order of proposals and clusters changes nothing.
 */
export function track(
  proposals: readonly Proposal[],
  clusters: readonly (readonly string[])[],
  registry: Registry,
): Tracked {
  const refer = referTo(proposals);
  const rules = rulesOf(registry.decisions, refer);
  const earlier = remember(registry.members, refer);
  const machine = placeByMachine(proposals, clusters, earlier, rules, nextNumber(registry));
  const present = proposals.map((p) => ({
    proposal_id: p.proposal_id,
    title: p.title,
    year: p.year,
    machine_issue: machine.get(p.proposal_id) ?? null,
    issue: null,
    present: true,
  }));
  const here = new Set(proposals.map((p) => p.proposal_id));
  const absent = [...earlier.values()].filter((m) => !here.has(m.proposal_id));
  const members = [
    ...present.filter((m) => m.machine_issue !== null || rules.placed.has(m.proposal_id)),
    ...absent.map((m) => ({ ...m, present: false })),
  ];
  return toRows(settle({ ...registry, members }, rules));
}

/** The registered members under their present ids; of two that turn out to be one, the first. */
function remember(
  members: readonly RegisteredMember[],
  refer: ReturnType<typeof referTo>,
): Map<string, RegisteredMember> {
  const found = new Map<string, RegisteredMember>();
  for (const m of members) {
    const proposal_id = refer(m);
    if (!found.has(proposal_id)) found.set(proposal_id, { ...m, proposal_id });
  }
  return found;
}

/** Proposal → the issue into which the machine puts it, before decisions. */
function placeByMachine(
  proposals: readonly Proposal[],
  clusters: readonly (readonly string[])[],
  earlier: ReadonlyMap<string, RegisteredMember>,
  rules: Rules,
  firstNumber: number,
): Map<string, string> {
  const order = raisedOrder(proposals);
  const groups = looseGroups(proposals, clusters, rules, order);
  const known = new Map(
    [...earlier].flatMap(([id, m]) => (m.machine_issue === null ? [] : [[id, m.machine_issue]])),
  );
  const matched = matchIssues(
    groups.map((g) => g.members),
    new Map([...known].filter(([id, issue]) => !isBarred(rules, id, issue))),
  );
  // Kept under what a person placed, for the day when that is undone.
  const placed = new Map([...known].filter(([id]) => rules.placed.has(id)));
  let number = firstNumber;
  for (const [at, { members, company }] of groups.entries()) {
    const issue = matched.get(at) ?? company ?? (members.length > 1 ? issueId(number++) : undefined);
    if (issue !== undefined) for (const id of members) placed.set(id, issue);
  }
  return placed;
}

interface Group {
  members: string[];
  /** Where people put others of its cluster: what is new joins them there. */
  company: string | undefined;
}

/** The clusters without what people placed themselves, in the order in which they became issues. */
function looseGroups(
  proposals: readonly Proposal[],
  clusters: readonly (readonly string[])[],
  rules: Rules,
  order: ReadonlyMap<string, number>,
): Group[] {
  const rank = (id: string | undefined) => order.get(id ?? '') ?? Number.POSITIVE_INFINITY;
  const clustered = new Set(clusters.flat());
  const alone = proposals.filter((p) => !clustered.has(p.proposal_id)).map((p) => [p.proposal_id]);
  return [...clusters, ...alone]
    .map((cluster) => {
      const members = cluster.filter((id) => !rules.placed.has(id)).sort((a, b) => rank(a) - rank(b));
      return { members, company: companyOf(cluster, rules) };
    })
    .filter(({ members }) => members.length > 0)
    .sort((a, b) => rank(a.members[1]) - rank(b.members[1]) || rank(a.members[0]) - rank(b.members[0]));
}

/** The issue into which people put most of a cluster, of equal ones the older. */
function companyOf(cluster: readonly string[], rules: Rules): string | undefined {
  const placed = new Map(
    cluster.flatMap((id) =>
      rules.placed.has(id) ? [[id, finalIssue(rules, rules.placed.get(id) ?? '')]] : [],
    ),
  );
  const [issue] = matchIssues([cluster], placed).values();
  return issue;
}

function isBarred({ barred, ...rules }: Rules, proposal: string, issue: string): boolean {
  const from = barred.get(proposal);
  return from?.has(issue) || from?.has(finalIssue({ barred, ...rules }, issue)) || false;
}

/** Proposal → its rank by year, day and id, unknown last. */
function raisedOrder(proposals: readonly Proposal[]): Map<string, number> {
  const key = (p: Proposal) => [p.year ?? 9999, p.submitted_on ?? '9999', p.proposal_id].join(' ');
  const keys = proposals.map((p) => ({ id: p.proposal_id, key: key(p) }));
  keys.sort((a, b) => (a.key < b.key ? -1 : 1));
  return new Map(keys.map(({ id }, at) => [id, at]));
}

/** The issues of a run: two members at least. */
function toRows(registry: Registry): Tracked {
  const issues = registry.issues
    .filter((i) => i.members > 1)
    .map((i) => ({
      issue: i.issue,
      name: i.name,
      named_by_hand: isNamedByHand(i),
      first_year: i.first_year,
      last_year: i.last_year,
      members: i.members,
    }));
  const shown = new Set(issues.map((i) => i.issue));
  const issue_members = registry.members.flatMap(({ issue, machine_issue, proposal_id, present }) =>
    present && issue !== null && shown.has(issue)
      ? [{ issue, proposal_id, placed_by_hand: issue !== machine_issue }]
      : [],
  );
  return { issues, issue_members, registry };
}

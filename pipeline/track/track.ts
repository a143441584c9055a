import type { Issue, IssueMember, Proposal } from '../rows.ts';
import { findDoubts } from './find-doubts.ts';
import { placeByMachine } from './place-by-machine.ts';
import { referTo } from './refer.ts';
import { isNamedByHand, nextNumber, type RegisteredMember, type Registry } from './registry.ts';
import { rulesOf } from './rules.ts';
import { settle } from './settle.ts';

export interface Tracked {
  issues: Issue[];
  issue_members: IssueMember[];
  /** To be written back to the workspace. */
  registry: Registry;
}

/**
 * Turns clusters into issues with ids that stay: first as the registry and the machine have it (placeByMachine), then
 * with people's decisions put over it. Only what at least two proposals raise is an issue. The order of proposals and
 * clusters changes nothing.
 */
export function track(
  proposals: readonly Proposal[],
  clusters: readonly (readonly string[])[],
  registry: Registry,
): Tracked {
  const refer = referTo(proposals);
  const rules = rulesOf(registry.decisions, refer);
  const here = new Set(proposals.map((p) => p.proposal_id));
  const earlier = remember(registry.members, refer);
  const registered = new Map(
    earlier.flatMap((m) =>
      m.machine_issue !== null && here.has(m.proposal_id) ? [[m.proposal_id, m.machine_issue]] : [],
    ),
  );
  const machine = placeByMachine(proposals, clusters, registered, rules, nextNumber(registry));
  const present = proposals.map(({ proposal_id, title, year }) => {
    const machine_issue = machine.get(proposal_id) ?? null;
    return { proposal_id, title, year, machine_issue, issue: null, present: true };
  });
  const members = [
    ...present.filter((m) => m.machine_issue !== null || rules.placed.has(m.proposal_id)),
    ...earlier.filter((m) => !here.has(m.proposal_id)).map((m) => ({ ...m, present: false })),
  ];
  const settled = settle({ ...registry, members }, rules);
  return toRows(findDoubts(settled, clusters));
}

/** The registered members under their present ids; of two that turn out to be one, the first. */
function remember(
  members: readonly RegisteredMember[],
  refer: ReturnType<typeof referTo>,
): RegisteredMember[] {
  const found = new Map<string, RegisteredMember>();
  for (const m of members) {
    const proposal_id = refer(m);
    if (proposal_id !== null && !found.has(proposal_id)) found.set(proposal_id, { ...m, proposal_id });
  }
  return [...found.values()];
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

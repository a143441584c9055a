import { group, max, min } from 'd3-array';
import { nameIssue } from './name-issue.ts';
import {
  compareIssues,
  isNamedByHand,
  type RegisteredIssue,
  type RegisteredMember,
  type Registry,
} from './registry.ts';
import { finalIssue, placeOf, type Rules } from './rules.ts';

/**
 * Puts the decisions over what the machine found: where each member belongs, and what that makes of each issue. Years
 * and counts are of the present data; the name also looks at members that the last run did not see. An issue without
 * members stays registered, with the reason in its status.
 */
export function settle(registry: Registry, rules: Rules): Registry {
  const members = registry.members
    .map((m) => ({ ...m, issue: placeOf(rules, m.proposal_id, m.machine_issue) }))
    .sort(compareMembers);
  const known = new Map(registry.issues.map((i) => [i.issue, i]));
  const used = members.flatMap((m) => [m.issue, m.machine_issue]).filter((id) => id !== null);
  const ids = new Set([...known.keys(), ...used]);
  const byIssue = group(members, (m) => m.issue);
  const issues = [...ids]
    .sort(compareIssues)
    .map((id) => describe(known.get(id) ?? newIssue(id), byIssue.get(id) ?? [], rules));
  return { ...registry, issues, members };
}

function newIssue(issue: string): RegisteredIssue {
  const empty = { first_year: null, last_year: null, members: 0, note: '', status: '', own: {} };
  return { issue, name: '', machine_name: '', ...empty };
}

function describe(
  issue: RegisteredIssue,
  members: readonly RegisteredMember[],
  rules: Rules,
): RegisteredIssue {
  const present = members.filter((m) => m.present);
  const years = present.flatMap((m) => m.year ?? []);
  const machine_name = members.length === 0 ? issue.machine_name : nameIssue(members.map((m) => m.title));
  const into = finalIssue(rules, issue.issue);
  const few = present.length < 2 ? '本次数据中不足两件' : '';
  return {
    ...issue,
    name: isNamedByHand(issue) ? issue.name : machine_name,
    machine_name,
    first_year: min(years) ?? issue.first_year,
    last_year: max(years) ?? issue.last_year,
    members: present.length,
    status: into === issue.issue ? few : `已并入 ${into}`,
  };
}

function compareMembers(a: RegisteredMember, b: RegisteredMember): number {
  return (
    compareIssues(a.issue ?? 'YT-', b.issue ?? 'YT-') ||
    (a.year ?? 9999) - (b.year ?? 9999) ||
    (a.proposal_id < b.proposal_id ? -1 : 1)
  );
}

import type { Proposal } from '../rows.ts';
import { leadingIssue } from './leading-issue.ts';
import { issueId } from './registry.ts';
import { finalIssue, isBarred, type Rules } from './rules.ts';

/**
 * Proposal → the issue into which the machine puts it, before decisions. What is registered stays where it is: a
 * number that stood in last year's report does not change because this year's proposals pull a cluster apart or
 * together. What is new joins the issue to which most of its cluster belongs. What is left over becomes new issues
 * from `firstNumber` on, in the order in which they were raised for the second time.
 */
export function placeByMachine(
  proposals: readonly Proposal[],
  clusters: readonly (readonly string[])[],
  registered: ReadonlyMap<string, string>,
  rules: Rules,
  firstNumber: number,
): Map<string, string> {
  const places = new Map(registered);
  const order = raisedOrder(proposals);
  const rank = (id: string | undefined) => order.get(id ?? '') ?? Number.POSITIVE_INFINITY;
  const stays = (id: string) => {
    const issue = registered.get(id);
    return issue === undefined || rules.placed.has(id) || isBarred(rules, id, issue) ? undefined : issue;
  };
  const byPerson = (id: string) => {
    const issue = rules.placed.get(id);
    return issue === undefined ? undefined : finalIssue(rules, issue);
  };
  const fresh: string[][] = [];
  for (const cluster of clusters) {
    const loose = cluster.filter((id) => !rules.placed.has(id) && stays(id) === undefined);
    const issue = leadingIssue(cluster, stays) ?? leadingIssue(cluster, byPerson);
    if (issue !== undefined) for (const id of loose) places.set(id, issue);
    else if (loose.length > 1) fresh.push(loose.sort((a, b) => rank(a) - rank(b)));
  }
  fresh.sort((a, b) => rank(a[1]) - rank(b[1]) || rank(a[0]) - rank(b[0]));
  for (const [at, group] of fresh.entries())
    for (const id of group) places.set(id, issueId(firstNumber + at));
  return places;
}

/** Proposal → its rank by year, day and id, unknown last. */
function raisedOrder(proposals: readonly Proposal[]): Map<string, number> {
  const key = (p: Proposal) => [p.year ?? 9999, p.submitted_on ?? '9999', p.proposal_id].join(' ');
  const keys = proposals.map((p) => ({ id: p.proposal_id, key: key(p) }));
  keys.sort((a, b) => (a.key < b.key ? -1 : 1));
  return new Map(keys.map(({ id }, at) => [id, at]));
}

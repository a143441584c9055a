import { compareIssues } from './registry.ts';

/**
 * Gives groups the registered ids that they continue: the pair with the most shared members first, each id and each
 * group once; of equal ones the older id, then the earlier group. `known` is proposal → registered id.
 * Returns group index → id.
 */
export function matchIssues(
  groups: readonly (readonly string[])[],
  known: ReadonlyMap<string, string>,
): Map<number, string> {
  const pairs = groups.flatMap((group, at) => {
    const shared = new Map<string, number>();
    for (const proposal of group) {
      const issue = known.get(proposal);
      if (issue !== undefined) shared.set(issue, (shared.get(issue) ?? 0) + 1);
    }
    return [...shared].map(([issue, count]) => ({ at, issue, count }));
  });
  pairs.sort((a, b) => b.count - a.count || compareIssues(a.issue, b.issue) || a.at - b.at);
  const matched = new Map<number, string>();
  const given = new Set<string>();
  for (const { at, issue } of pairs) {
    if (matched.has(at) || given.has(issue)) continue;
    matched.set(at, issue);
    given.add(issue);
  }
  return matched;
}

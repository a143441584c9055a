import { compareIssues } from './registry.ts';

/** The issue to which most of the proposals belong, of equal ones the older; undefined when none belongs to any. */
export function leadingIssue(
  proposals: readonly string[],
  issueOf: (proposal: string) => string | undefined,
): string | undefined {
  const counts = new Map<string, number>();
  for (const proposal of proposals) {
    const issue = issueOf(proposal);
    if (issue !== undefined) counts.set(issue, (counts.get(issue) ?? 0) + 1);
  }
  const [first] = [...counts].sort(([a, m], [b, n]) => n - m || compareIssues(a, b));
  return first?.[0];
}

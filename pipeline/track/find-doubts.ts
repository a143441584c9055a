import { compareIssues, type Registry } from './registry.ts';
import { standing } from './rules.ts';

/**
 * Marks where the machine would now decide otherwise than the registry: issues that it would put together, and such
 * that it would take apart. A person decides; places stay. What people placed, or answered with 无误, is no doubt.
 */
export function findDoubts(registry: Registry, clusters: readonly (readonly string[])[]): Registry {
  const clusterOf = new Map(clusters.flatMap((cluster, at) => cluster.map((id) => [id, at] as const)));
  const issuesIn = new Map<number | string, Set<string>>();
  const clustersOf = new Map<string, Set<number | string>>();
  for (const { proposal_id, issue, machine_issue, present } of registry.members) {
    if (!present || issue === null || issue !== machine_issue) continue;
    const cluster = clusterOf.get(proposal_id) ?? proposal_id;
    add(clustersOf, issue, cluster);
    add(issuesIn, cluster, issue);
  }
  const confirmed = standing(registry.decisions).filter((d) => d.action === '无误');
  const areApart = (a: string, b: string) =>
    confirmed.some((d) => (d.issue === a && d.others.includes(b)) || (d.issue === b && d.others.includes(a)));
  const isOne = (issue: string) => confirmed.some((d) => d.issue === issue);
  const issues = registry.issues.map((i) => {
    const at = [...(clustersOf.get(i.issue) ?? [])];
    const near = at.flatMap((c) => [...(issuesIn.get(c) ?? [])]);
    const others = [...new Set(near)]
      .filter((id) => id !== i.issue && !areApart(id, i.issue))
      .sort(compareIssues);
    const doubts = [
      ...(others.length > 0 ? [`可能与 ${others.join('、')} 是一件事`] : []),
      ...(at.length > 1 && !isOne(i.issue) ? ['可能不止一件事'] : []),
    ];
    return doubts.length > 0 && i.status === '' ? { ...i, status: `${doubts.join('；')}，请核对` } : i;
  });
  return { ...registry, issues };
}

function add<K, V>(sets: Map<K, Set<V>>, key: K, value: V): void {
  sets.set(key, (sets.get(key) ?? new Set()).add(value));
}

/** Whether a status is a question of findDoubts. */
export function isDoubt(status: string): boolean {
  return status.endsWith('，请核对');
}

import type { Decision, Reference } from './registry.ts';

/** What people's decisions amount to. They win over the machine in every run. */
export interface Rules {
  /** Issue → the issue that it was merged into. */
  merged: Map<string, string>;
  /** Proposal → the issue that a person put it into. */
  placed: Map<string, string>;
  /** Proposal → the issues that a person took it out of. */
  barred: Map<string, Set<string>>;
}

/** The decisions that hold: neither a 撤销 nor undone by one. */
export function standing(decisions: readonly Decision[]): Decision[] {
  const undone = new Set(decisions.filter((d) => d.action === '撤销').map((d) => Number(d.others[0])));
  return decisions.filter((d) => d.action !== '撤销' && !undone.has(d.number));
}

/** Replays the standing decisions, the later over the earlier. `refer` gives a proposal's id in the present data. */
export function rulesOf(
  decisions: readonly Decision[],
  refer: (proposal: Reference) => string | null,
): Rules {
  const rules: Rules = { merged: new Map(), placed: new Map(), barred: new Map() };
  for (const { action, issue, others, proposals } of standing(decisions)) {
    const ids = proposals.map(refer).filter((id) => id !== null);
    if (action === '并案') {
      for (const other of others) if (finalIssue(rules, issue) !== other) rules.merged.set(other, issue);
      for (const id of ids) {
        rules.placed.set(id, issue);
        rules.barred.get(id)?.delete(issue);
      }
    }
    if (action === '拆开') {
      for (const id of ids) {
        rules.barred.set(id, new Set([...(rules.barred.get(id) ?? []), issue]));
        const [own] = others;
        own === undefined ? rules.placed.delete(id) : rules.placed.set(id, own);
      }
    }
  }
  return rules;
}

/** Where an issue ends up after merges. The log holds no circle: 并案 refuses one, and 撤销 only takes merges away. */
export function finalIssue(rules: Rules, issue: string): string {
  let at = issue;
  for (let next = rules.merged.get(at); next !== undefined; next = rules.merged.get(at)) at = next;
  return at;
}

/** Where a proposal belongs when the machine puts it into `machine`; null when a person took it out of there. */
export function placeOf(rules: Rules, proposal: string, machine: string | null): string | null {
  const placed = rules.placed.get(proposal);
  if (placed !== undefined) return finalIssue(rules, placed);
  if (machine === null) return null;
  return isBarred(rules, proposal, machine) ? null : finalIssue(rules, machine);
}

/** Whether a person took the proposal out of the issue, or out of the one into which that was merged. */
export function isBarred(rules: Rules, proposal: string, issue: string): boolean {
  const from = rules.barred.get(proposal);
  return from !== undefined && (from.has(issue) || from.has(finalIssue(rules, issue)));
}

import type { Check } from '../../pipeline/lint/check.ts';
import type { Fact } from '../../pipeline/lint/facts.ts';
import type { Linting } from '../../pipeline/lint/lint-text.ts';

/** A passage with the figures that it states and those that do not come out. */
export interface Gold {
  text: string;
  facts: {
    metric: string;
    /** Other metrics that the words allow as well. */
    alt?: string[];
    value: number;
    unit: string;
    evidence: string;
    /** True where the passage only implies the figure; not counted. */
    inferred?: boolean;
  }[];
  /** `class` naive: overlapping counts added, where a checker must stay quiet. */
  checks: { kind: Check['kind']; says: string; true: boolean; class?: string }[];
}

export interface Score {
  right: number;
  found: number;
  stated: number;
  errors: number;
  caught: number;
  clean: number;
  quiet: number;
}

/** How well a reader finds what the passages state: facts, planted errors, and quiet where nothing is wrong. */
export function scoreAll(passages: readonly Gold[], read: (text: string) => Linting): Score {
  const total = { right: 0, found: 0, stated: 0, errors: 0, caught: 0, clean: 0, quiet: 0 };
  for (const passage of passages) {
    const linting = read(passage.text);
    scoreFacts(passage, linting.facts, total);
    scoreChecks(passage, linting, total);
  }
  return total;
}

export function f1({ right, found, stated }: Score): number {
  return (2 * right) / (found + stated);
}

function scoreFacts({ text, facts }: Gold, found: readonly Fact[], total: Score): void {
  const { matched, missed } = matchFacts({ text, facts }, found);
  total.found += found.length;
  total.stated += matched.length + missed.length;
  total.right += matched.length;
}

/** The facts found that are right: metric, value and unit agree and the evidence overlaps; each stated fact once. */
export function matchFacts({ text, facts }: Pick<Gold, 'text' | 'facts'>, found: readonly Fact[]) {
  const missed = facts.filter((fact) => fact.inferred !== true);
  const matched = found.filter((fact) => {
    const at = missed.findIndex(
      (gold) =>
        [gold.metric, ...(gold.alt ?? [])].includes(fact.metric) &&
        Math.abs(gold.value - fact.value) < 1e-9 &&
        gold.unit === fact.unit &&
        overlaps(text, gold.evidence, fact),
    );
    if (at >= 0) missed.splice(at, 1);
    return at >= 0;
  });
  return { matched, missed };
}

/** Does the fact overlap any place where the evidence stands? */
function overlaps(text: string, evidence: string, { start, end }: Fact): boolean {
  for (let at = text.indexOf(evidence); at >= 0; at = text.indexOf(evidence, at + 1))
    if (start < at + evidence.length && end > at) return true;
  return false;
}

function scoreChecks({ checks }: Gold, linting: Linting, total: Score): void {
  const errors = checks.filter((check) => !check.true && check.class !== 'naive');
  const failed = linting.checks.filter((check) => !check.ok);
  const known = new Set(failed.map(figures));
  total.errors += errors.length;
  total.caught += errors.filter((error) => known.has(figures(error))).length;
  if (errors.length > 0) return;
  total.clean += 1;
  if (failed.length === 0) total.quiet += 1;
}

/** The figures of a check whatever their order: 17+14=31, 8/9=88.9. */
function figures({ kind, says }: { kind: string; says: string }): string {
  const [left = '', right = ''] = says.replaceAll('%', '').split('=');
  return `${kind} ${left.split('+').sort().join('+')}=${Number(right)}`;
}

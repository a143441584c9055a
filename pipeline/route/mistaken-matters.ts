import { normalize } from '../text/normalize.ts';
import type { Department } from './departments.ts';
import { phraseFinder } from './find-phrases.ts';
import type { Weighed } from './rank-departments.ts';

/** A matter that stands in a title, is often sent to `from`, and is `to`'s. */
export interface Mistaken {
  matter: string;
  from: string;
  to: string;
}

/** Finds the matters of `never` (departments.yaml) in normalised titles. */
export function mistakenMatters(list: readonly Department[]): (title: string) => Mistaken[] {
  const byMatter = new Map<string, Mistaken[]>();
  for (const { name: from, never } of list) {
    for (const [matters, to] of Object.entries(never ?? {})) {
      for (const matter of matters.split('、')) {
        const key = normalize(matter);
        byMatter.set(key, [...(byMatter.get(key) ?? []), { matter, from, to }]);
      }
    }
  }
  const find = phraseFinder(byMatter.keys());
  return (title) => {
    const found: Mistaken[] = [];
    find(title, (matter) => void found.push(...(byMatter.get(matter) ?? [])));
    return found;
  };
}

/** The candidates with each one that a matter is wrongly sent to set below the one whose it is. */
export function withoutMistaken(candidates: readonly Weighed[], mistaken: readonly Mistaken[]): Weighed[] {
  const logits = new Map(candidates.map(({ department, logit }) => [department, logit]));
  for (const { from, to } of mistaken) {
    const whose = logits.get(to);
    if (whose !== undefined) logits.set(from, Math.min(logits.get(from) ?? whose, whose - 1));
  }
  return [...logits].map(([department, logit]) => ({ department, logit }));
}

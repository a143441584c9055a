import { normalize } from '../text/normalize.ts';
import type { Department } from './departments.ts';
import { phraseFinder } from './find-phrases.ts';

/** What of a department's duties stands in a text. */
export interface DutyMatch {
  /** Sum of what the found parts weigh; a whole phrase that no other department has weighs 1. */
  score: number;
  /** The phrases of departments.yaml that were found, strongest first, each with the part that stands in the text. */
  phrases: { phrase: string; part: string }[];
}

/** Matches by department, of a normalised text. */
export type DutyMatcher = (text: string) => Map<string, DutyMatch>;

interface Lead {
  department: string;
  phrase: string;
  weight: number;
}

/** Shortest part of a phrase that is looked for, in characters; whole phrases may be of two. */
const SHORTEST = 3;

/**
 * Finds the duties of departments: whole phrases of their clauses, and beginnings and ends of them, which weigh by the
 * share of the phrase that they are. What n departments have weighs 1/n.
 */
export function dutyMatcher(list: readonly Department[]): DutyMatcher {
  const leads = indexParts(list);
  const find = phraseFinder(leads.keys());
  return (text) => {
    const found = new Map<string, Map<string, Lead>>();
    find(text, (part) => {
      for (const lead of leads.get(part) ?? []) {
        const own = found.get(lead.department) ?? new Map<string, Lead>();
        found.set(lead.department, own.set(part, lead));
      }
    });
    return new Map([...found].map(([department, parts]) => [department, toMatch(parts)]));
  };
}

function toMatch(parts: Map<string, Lead>): DutyMatch {
  const sorted = [...parts].sort((a, b) => b[1].weight - a[1].weight || (a[0] < b[0] ? -1 : 1));
  return {
    score: sorted.reduce((sum, [, { weight }]) => sum + weight, 0),
    phrases: sorted.map(([part, { phrase }]) => ({ phrase, part })),
  };
}

function indexParts(list: readonly Department[]): Map<string, Lead[]> {
  const strongest = new Map<string, Map<string, Lead>>();
  for (const { name: department, duties } of list) {
    for (const phrase of duties.flatMap((clause) => clause.split('、'))) {
      const whole = normalize(phrase);
      for (const part of partsOf(whole)) {
        const own = strongest.get(part) ?? new Map<string, Lead>();
        const weight = part.length / whole.length;
        if (weight > (own.get(department)?.weight ?? 0)) own.set(department, { department, phrase, weight });
        strongest.set(part, own);
      }
    }
  }
  const shared = (own: Map<string, Lead>) =>
    [...own.values()].map((lead) => ({ ...lead, weight: lead.weight / own.size }));
  return new Map([...strongest].map(([part, own]) => [part, shared(own)]));
}

/** The phrase itself and its beginnings and ends. */
function partsOf(phrase: string): string[] {
  const parts = [phrase];
  for (let size = SHORTEST; size < phrase.length; size++)
    parts.push(phrase.slice(0, size), phrase.slice(-size));
  return parts;
}

import { fold } from './fold.ts';

/** A report that is printed again, or is part of another one of the same text; indices into the list. */
export interface Repeat {
  copy: number;
  of: number;
  kind: 'duplicate' | 'fragment';
  /** Share of its text that also stands in the other, 0–1. */
  shared: number;
}

const LENGTH = 12;
/** Every fourth shingle, by its hash: enough for texts of a few hundred characters. */
const SAMPLE = 4;
const SAME = 0.8;

/** Compares every report with the ones of the text by their shingles of 12 characters. */
export function findRepeats(texts: readonly string[]): Repeat[] {
  const sets = texts.map((text) => shingles(fold(text).text.replace(/[^\p{L}\p{N}]/gu, '')));
  const found: Repeat[] = [];
  for (const [i, set] of sets.entries()) {
    const others = sets.map((other, j) => ({ j, shared: i === j ? 0 : containment(set, other) }));
    const best = others.sort((a, b) => b.shared - a.shared || a.j - b.j)[0];
    if (!best || best.shared < SAME || set.size < 10) continue;
    const equal = containment(sets[best.j] ?? set, set) >= SAME;
    if (equal && best.j > i) continue;
    found.push({ copy: i, of: best.j, kind: equal ? 'duplicate' : 'fragment', shared: best.shared });
  }
  return found;
}

function containment(part: ReadonlySet<number>, whole: ReadonlySet<number>): number {
  let shared = 0;
  for (const hash of part) if (whole.has(hash)) shared++;
  return part.size === 0 ? 0 : shared / part.size;
}

function shingles(text: string): Set<number> {
  const set = new Set<number>();
  for (let i = 0; i + LENGTH <= text.length; i++) {
    const hash = hashOf(text, i);
    if (hash % SAMPLE === 0) set.add(hash);
  }
  return set;
}

/** FNV-1a, 32 bits. */
function hashOf(text: string, at: number): number {
  let hash = 0x811c9dc5;
  for (let i = at; i < at + LENGTH; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193) >>> 0;
  return hash;
}

import type { DepartmentNames } from './departments.ts';
import { isDepartment, normalizeDepartment } from './normalize-department.ts';

/** Longer cells are no list of names. */
const LONGEST = 80;
const JOINT = /^(?:以及|会同|和|及|与|并)/;

/**
 * The departments in one piece of a cell whose marks were lost: 水利局和财政局, 市水利局市财政局 → two names. A piece
 * that is one department, or does not fall into departments wholly, is returned as it is.
 */
export function splitDepartments(piece: string, names: DepartmentNames): string[] {
  const text = piece.replace(/^(?:\d{1,2}[.)．]|[①-⑳])\s*/u, '').trim() || piece;
  if (text.length > LONGEST || isDepartment(normalizeDepartment(text, names), names)) return [text];
  const parts = fallApart(text.normalize('NFKC').replace(/\s+/g, ''), names, new Map());
  return parts ?? [text];
}

/** All of `text` as departments one after another, the longest name first; null where something is left over. */
function fallApart(
  text: string,
  names: DepartmentNames,
  known: Map<string, string[] | null>,
): string[] | null {
  if (text === '') return [];
  const before = known.get(text);
  if (before !== undefined) return before;
  known.set(text, null);
  const firsts = Array.from({ length: text.length - 1 }, (_, i) => text.slice(0, text.length - i));
  const bare = firsts.filter((first) => names.byName.has(first));
  const placed = firsts.filter((first) => isDepartment(normalizeDepartment(first, names), names));
  for (const first of [...bare, ...placed]) {
    const rest = fallApart(text.slice(first.length).replace(JOINT, ''), names, known);
    if (rest === null) continue;
    known.set(text, [first, ...rest]);
    return [first, ...rest];
  }
  return null;
}

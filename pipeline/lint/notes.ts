import type { Source } from './facts.ts';
import type { Mention } from './mentions.ts';
export interface Note {
  kind: string;
  says: string;
  evidence: string;
  start: number;
  end: number;
}
export function noteFigures(_m: readonly Mention[], _s: Source): Note[] {
  return [];
}

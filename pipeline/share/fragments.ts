import type { Found } from './found.ts';
import { halfWidth } from './half-width.ts';
import { mark } from './redact.ts';

/** Runs of letters and digits shorter than this tell nobody anything. */
const SHORTEST = 4;
const RUN = /[A-Za-z0-9@._%+-]{4,}/g;

/**
 * Hides pieces of what was found in a proposal wherever the program quotes that proposal: (text, ids of the proposals
 * that it quotes) → text. Null when nothing was found.
 */
export function fragmentHider(
  found: readonly Found[],
  ids: ReadonlyMap<string, string>,
): ((text: string, owners: readonly string[]) => string) | null {
  const values = new Map<string, string[]>();
  for (const { proposal_id, value } of found) {
    const compact = squeeze(value);
    if (proposal_id === null || compact.length < SHORTEST) continue;
    const owner = ids.get(proposal_id) ?? proposal_id;
    values.set(owner, [...(values.get(owner) ?? []), compact]);
  }
  if (values.size === 0) return null;
  return (text, owners) => {
    const own = owners.flatMap((owner) => values.get(owner) ?? []);
    if (own.length === 0) return text;
    let shown = '';
    let at = 0;
    for (const match of halfWidth(text).matchAll(RUN)) {
      const piece = squeeze(match[0]);
      if (piece.length < SHORTEST || !own.some((value) => value.includes(piece))) continue;
      shown += `${text.slice(at, match.index)}${mark('号码')}`;
      at = match.index + match[0].length;
    }
    return shown + text.slice(at);
  };
}

function squeeze(value: string): string {
  return halfWidth(value)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}

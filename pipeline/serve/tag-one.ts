import type { Desk } from './desk.ts';
import type { Submission, Tagged } from './schemas.ts';
import { toTagged } from './to-tagged.ts';

/** What the machine says of a proposal that is not kept; its title may be its text's first line. */
export async function tagOne(desk: Desk, { id, title, text }: Submission): Promise<Tagged> {
  const body = text ?? null;
  const tagging = await desk.tagger({ id: id ?? '', title: title.trim() || firstLine(body), text: body });
  return toTagged(tagging, body, desk.tokenize);
}

export function firstLine(text: string | null): string {
  return (text ?? '').trim().split('\n')[0]?.slice(0, 100) ?? '';
}

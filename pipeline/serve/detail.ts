import { type Desk, findProposal, sayOf } from './desk.ts';
import { Refusal } from './refusal.ts';
import type { Detail, SimilarCase, Submission } from './schemas.ts';
import { similarCases, twinCases } from './similar-cases.ts';
import { tagOne } from './tag-one.ts';
import { toItem } from './to-item.ts';
import { toTagged } from './to-tagged.ts';

/** One proposal with reasons, marks and what resembles it, the same week's first. Throws Refusal 404. */
export async function detail(desk: Desk, id: string): Promise<Detail> {
  const found = await findProposal(desk, id);
  if (!found) throw new Refusal(404, `没有这件：${id.slice(0, 80)}`);
  const tagging = await sayOf(desk, found);
  const earlier = await similarCases(tagging.similar, found, desk.history);
  return {
    item: toItem(found, tagging, desk),
    tagged: toTagged(tagging, found.text, desk.tokenize),
    similar: [...(await twinCases(desk, found)), ...earlier],
  };
}

/** What resembles a proposal of the queue or run, or, without an id, any text. */
export async function similar(desk: Desk, id: string, submission: Submission): Promise<SimilarCase[]> {
  if (id !== '') return (await detail(desk, id)).similar;
  const tagged = await tagOne(desk, submission);
  return similarCases(tagged.similar, { id: '', text: tagged.text }, desk.history);
}

import type { Similar } from '../link/similar.ts';
import { type Desk, type Found, fromEntry, sayOf } from './desk.ts';
import type { History } from './history.ts';
import { commonPassages } from './passages.ts';
import type { SimilarCase } from './schemas.ts';
import { similarInQueue } from './similar-in-queue.ts';
import { toItem } from './to-item.ts';

/** The similar cases with their texts, departments and answers; `id` itself is none of them. */
export async function similarCases(
  similar: readonly Similar[],
  { id, text }: { id: string; text: string | null },
  history: History | null,
): Promise<SimilarCase[]> {
  const others = similar.filter((s) => s.proposal_id !== id);
  const cases = (await history?.cases(others.map((s) => s.proposal_id))) ?? [];
  return cases.flatMap((found) => {
    const { relation, score } = others.find((s) => s.proposal_id === found.proposal_id) ?? {};
    if (relation === undefined || score === undefined) return [];
    const passages = commonPassages(text ?? '', found.text ?? '');
    return [{ ...found, relation, score, this_week: false, passages }];
  });
}

/** The proposals of the same week that belong with it, as far as they are known. */
export async function twinCases(desk: Desk, { id, text }: Found): Promise<SimilarCase[]> {
  const cases: SimilarCase[] = [];
  for (const { entry, relation, score } of similarInQueue(desk, id)) {
    const found = fromEntry(entry);
    const { topic, decision } = toItem(found, await sayOf(desk, found), desk);
    const unknown = { year: null, outcome: null, outcome_raw: null, result_final: null, subtopic_name: null };
    const { title, body, number, proposer } = entry;
    cases.push({
      ...{
        relation,
        score,
        this_week: true,
        ...unknown,
        handlings: [],
        source_file: entry.from,
        source_row: 0,
      },
      ...{ proposal_id: entry.id, title, text: entry.text, body, number, proposer },
      topic_name: decision?.topic_name ?? topic.name,
      departments: decision?.lead ?? null,
      co_departments: decision?.co.join('、') || null,
      passages: commonPassages(text ?? '', entry.text ?? ''),
    });
  }
  return cases;
}

import type { Similar } from '../tag.ts';
import type { History } from './history.ts';
import { commonPassages } from './passages.ts';
import type { SimilarCase } from './schemas.ts';

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
    return [{ ...found, relation, score, passages: commonPassages(text ?? '', found.text ?? '') }];
  });
}

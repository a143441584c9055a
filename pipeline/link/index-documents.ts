import type { Progress } from '../progress.ts';
import { buildPostings, type Postings } from './postings.ts';
import { type Document, keysOf, type Traits, traitsOf } from './traits.ts';

/** Documents ready to be compared, by id in code-unit order; `postings` names them by their position. */
export interface DocumentIndex {
  traits: Traits[];
  postings: Postings;
}

export function indexDocuments(documents: readonly Document[], progress: Progress): DocumentIndex {
  const stage = progress.stage('提取比对特征', documents.length);
  const sorted = [...documents].sort((a, b) => (a.id < b.id ? -1 : 1));
  const traits = sorted.map((document) => {
    stage.advance();
    return traitsOf(document);
  });
  const postings = buildPostings(traits.map(keysOf));
  stage.end();
  return { traits, postings };
}

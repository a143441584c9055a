import type { Progress } from '../progress.ts';
import type { Commitment, Handling, Ingested, Obstacle, SuggestionAnswer } from '../rows.ts';
import { obstacleFinder } from './find-obstacles.ts';
import { findPromises } from './find-promises.ts';
import { keepLedger } from './keep-ledger.ts';
import { matchSuggestions, rarityOf } from './match-suggestions.ts';
import { type ObstacleRule, readObstacleRules } from './obstacle-rules.ts';
import { type PromiseWords, readPromiseWords } from './promise-words.ts';

/** What the texts of the answers say. */
export interface Answers {
  obstacles: Obstacle[];
  /** Those of the ledger, then those read out of answers that the ledger does not have. */
  commitments: Commitment[];
  suggestion_answers: SuggestionAnswer[];
  /** The kinds of obstacle that the rules know, with their names, in the order in which they are shown. */
  obstacle_kinds: { position: number; kind: Obstacle['kind']; kind_name: string }[];
}

type Answered = Handling & { reply_text: string };

/**
 * Reads every answer that has a text: obstacles, promises, and which of the suggestions it speaks of. Co-handlers do
 * not answer. `workspace`: folder with obstacles.yaml and promises.yaml of its own, or null. Throws InputError when one
 * of these has mistakes.
 */
export function readAnswers(rows: Ingested, workspace: string | null, progress: Progress): Answers {
  const answers = rows.handlings.filter((h): h is Answered => h.role !== 'co' && !!h.reply_text?.trim());
  const stage = progress.stage('读取答复', answers.length);
  const rules = readObstacleRules(workspace);
  const find = obstacleFinder(rules);
  const words = readPromiseWords(workspace);
  const obstacles: Obstacle[] = [];
  const promised: Commitment[] = [];
  let before: Answered | undefined;
  for (const answer of answers) {
    const { proposal_id, department, reply_text } = answer;
    for (const found of find(reply_text)) obstacles.push({ proposal_id, department, ...found });
    // Joint leads share one answer: what it promises is promised once.
    const isShared = before?.proposal_id === proposal_id && before.reply_text === reply_text;
    if (!isShared) promised.push(...promisesOf(answer, words));
    before = answer;
    stage.advance();
  }
  const suggestion_answers = readSuggestions(rows, answers);
  const commitments = [...rows.commitments, ...keepLedger(rows.commitments, promised)];
  stage.end(
    `${answers.length.toLocaleString('en')} 份答复：难点 ${obstacles.length}，承诺 ${promised.length}，建议 ${suggestion_answers.length}`,
  );
  return { obstacles, commitments, suggestion_answers, obstacle_kinds: kindRows(rules) };
}

function kindRows(rules: readonly ObstacleRule[]): Answers['obstacle_kinds'] {
  return rules.map(({ kind, name }, position) => ({ position, kind, kind_name: name }));
}

function promisesOf(
  { proposal_id, department, reply_text, replied_on }: Answered,
  words: PromiseWords,
): Commitment[] {
  return findPromises(reply_text, replied_on, words).map(({ item, due_on }) => ({
    proposal_id,
    department,
    item,
    due_on,
    fulfilled_on: null,
    source: 'answer',
  }));
}

/** Proposals without an answer's text, and those that ask for nothing that can be told apart, have no rows. */
function readSuggestions({ proposals }: Ingested, answers: readonly Answered[]): SuggestionAnswer[] {
  const replies = new Map<string, Set<string>>();
  for (const { proposal_id, reply_text } of answers) {
    replies.set(proposal_id, (replies.get(proposal_id) ?? new Set()).add(reply_text));
  }
  const asked = proposals.flatMap(({ proposal_id, suggestion, text }) => {
    const reply = [...(replies.get(proposal_id) ?? [])].join('\n');
    return reply === '' ? [] : { proposal_id, suggestion, text, reply };
  });
  const rarity = rarityOf(
    asked.flatMap(({ suggestion, text, reply }) => `${text ?? suggestion ?? ''}\n${reply}`),
  );
  return asked.flatMap(({ proposal_id, ...texts }) =>
    matchSuggestions(texts, rarity).map((row) => ({ proposal_id, ...row })),
  );
}

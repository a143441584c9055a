import { speller } from '../classify/lexicon.ts';
import type { DutyMatch } from './match-duties.ts';
import type { Mistaken } from './mistaken-matters.ts';
import type { PastCase } from './past-cases.ts';

/** What is known of one candidate, for its reason. */
export interface Grounds {
  /** Title and text as written. */
  source: string;
  duty: DutyMatch | undefined;
  /** Stretches of the title that carried the learned score. */
  carriers: readonly string[];
  /** Name of the topic whose default it is, null when it is of none. */
  topic: string | null;
  led: readonly PastCase[];
  returned: readonly PastCase[];
  /** Place whose government it is. */
  place: string | null;
  /** Matters of the title that `never` says are its own, and that it says are another's. */
  mine: readonly string[];
  notMine: readonly Mistaken[];
}

const SHOWN = 3;

/** Why a department is proposed, strongest ground first, in Chinese; never empty. */
export function explainRoute(g: Grounds): string {
  const spell = speller(g.source);
  const quote = (words: readonly string[]) =>
    [...new Set(words)]
      .slice(0, SHOWN)
      .map((word) => `“${spell(word)}”`)
      .join('、');
  const cases = (past: readonly PastCase[]) =>
    past
      .slice(0, SHOWN)
      .map((c) => c.proposal_id)
      .join('、');
  const phrases = [...new Map((g.duty?.phrases ?? []).map((p) => [p.phrase, p.part]))].slice(0, SHOWN);
  const reasons = [
    g.led.length > 0 && `相似案件 ${cases(g.led)} 由其承办`,
    g.returned.length > 0 && `相似案件 ${cases(g.returned)} 曾由其退办`,
    ...g.notMine.map(({ matter, to }) => `名录注明“${matter}”应送${to}`),
    g.mine.length > 0 && `名录注明${quote(g.mine)}应送本单位`,
    phrases.length > 0 &&
      `职责：${phrases.map(([phrase]) => phrase).join('、')}（文中${quote(phrases.map(([, part]) => part))}）`,
    g.place !== null && `涉及${g.place}`,
    phrases.length === 0 && g.carriers.length > 0 && `样例中写到${quote(g.carriers)}的多由其承办`,
    g.topic !== null && `是主题“${g.topic}”的默认承办单位`,
  ].filter((reason) => reason !== false);
  return reasons.length > 0 ? reasons.join('；') : '没有直接依据，仅供备选';
}

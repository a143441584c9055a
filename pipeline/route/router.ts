import { DEFAULT_PRECISION } from '../classify/learned.ts';
import type { Taxonomy } from '../classify/taxonomy.ts';
import type { Route } from '../rows.ts';
import type { Tokenizer } from '../text/tokenize.ts';
import type { Departments } from './departments.ts';
import { explainRoute } from './explain-route.ts';
import { evidenceGatherer, type Gathered, type Question } from './gather-evidence.ts';
import type { Handled } from './learn-departments.ts';
import { withoutMistaken } from './mistaken-matters.ts';
import { nameCoHandlers } from './name-co-handlers.ts';
import { type Ranked, rankDepartments } from './rank-departments.ts';
import { leadLogit } from './weigh-evidence.ts';

/** Who should have a proposal. */
export interface Routing {
  /** Lead candidates by score, then co-handlers; no department twice. */
  departments: Pick<Route, 'department' | 'role' | 'score' | 'reason'>[];
  /** A person must decide: nothing is known, or the first is not sure enough. */
  review: boolean;
}

/** Routes one proposal: `top` lead candidates. The same question has the same answer. */
export type Router = (question: Question, top: number) => Routing;

export interface RouterOptions {
  departments: Departments;
  taxonomy: Taxonomy;
  /** Cuts titles into the words that reasons show. */
  tokenize: Tokenizer;
  /** Handled cases of the user's own history, to learn from. */
  handled?: readonly Handled[];
  /** How often a lead that nobody looks at must be right, in [0.5, 0.99]. */
  precision?: number | undefined;
}

/** From which score on the first is right with a precision: out of fold on the sample city (npm run bench). */
const SURE: readonly (readonly [precision: number, score: number])[] = [
  [0.7, 0.3],
  [0.75, 0.373],
  [0.8, 0.519],
  [0.85, 0.632],
  [0.9, 0.831],
  [0.92, 0.858],
  [0.95, 0.921],
];

/** Where they disagree, three of four were right on the sample city, where they agree nine of ten. */
const LEAST_OF_TOPICS = 0.1;
const LEAST_PAST = 0.5;

/**
 * Opens the router: learned words, duties, topics, names and similar cases are weighed together into a probability for
 * each department. Opening takes part of a second, an answer less than a millisecond.
 */
export function openRouter({
  departments,
  taxonomy,
  tokenize,
  handled = [],
  precision = DEFAULT_PRECISION,
}: RouterOptions): Router {
  const gather = evidenceGatherer(departments, taxonomy, handled, tokenize);
  const elsewhere = new Map(departments.list.map((d) => [d.name, d.elsewhere ?? []]));
  const sure = SURE.find(([p]) => p >= precision)?.[1] ?? 1.01;
  return (question, top) => {
    const gathered = gather(question);
    const weighed = [...gathered.evidence].map(([department, e]) => ({ department, logit: leadLogit(e) }));
    const ranked = rankDepartments(withoutMistaken(weighed, gathered.mistaken), elsewhere);
    const leads = ranked.slice(0, top);
    const row =
      (role: Route['role']) =>
      ({ department, score }: Ranked) => ({
        department,
        role,
        score: Math.round(score * 1000) / 1000,
        reason: explainRoute(gathered.groundsOf(department)),
      });
    const co = nameCoHandlers(leads, gathered, question.past);
    return {
      departments: [...leads.map(row('lead')), ...co.map(row('co'))],
      review: gathered.isBlank || (leads[0]?.score ?? 0) < sure || disagrees(gathered, leads[0]),
    };
  };
}

/** The lead that the words speak for is none of the topics' departments, and no earlier case speaks for it. */
function disagrees({ evidence }: Gathered, lead: Ranked | undefined): boolean {
  const e = evidence.get(lead?.department ?? '');
  return e === undefined || (e.topic < LEAST_OF_TOPICS && e.past < LEAST_PAST);
}

import type { Taxonomy } from '../classify/taxonomy.ts';
import { normalize } from '../text/normalize.ts';
import { readWordList, type Tokenizer } from '../text/tokenize.ts';
import type { Departments } from './departments.ts';
import type { Grounds } from './explain-route.ts';
import { findBodies, type PlaceBody } from './find-bodies.ts';
import { phraseFinder } from './find-phrases.ts';
import { type Handled, learnDepartments, titleText } from './learn-departments.ts';
import { type DutyMatch, dutyMatcher } from './match-duties.ts';
import { type Mistaken, mistakenMatters } from './mistaken-matters.ts';
import type { PastCase } from './past-cases.ts';
import { type TopicEvidence, topicDepartments } from './topic-departments.ts';
import type { Evidence } from './weigh-evidence.ts';

/** One proposal as the router is asked about it. */
export interface Question {
  title: string;
  text: string | null;
  /** Best first, as classify ranks them. */
  topics: readonly TopicEvidence[];
  /** Similar earlier cases with their handlers; empty without a history. */
  past: readonly PastCase[];
}

export interface Gathered {
  /** Every department that may lead, with what speaks for it. */
  evidence: Map<string, Evidence>;
  /** Governments whose place is named and that never handled a case here: they may co-handle. */
  bodies: PlaceBody[];
  mistaken: Mistaken[];
  /** No character of the proposal is known. */
  isBlank: boolean;
  groundsOf(department: string): Grounds;
}

/** Longer texts are cut: the matter is said by then. Characters. */
const MAX_TEXT = 5000;
/** Governments stand in texts as parts of other names. */
const UNNAMED = /人民政府|^街道/;
/** A learned score below this is no reason. */
const LEAST_LEARNED = 0.1;
/** A word that weighs less than this share of the strongest explains little. */
const SHARE_OF_BEST = 0.5;
/** What a case of the same kind, but another matter, says of the handler. */
const KIN = 0.3;

/** Prepares all sources of evidence; the returned function collects what they say of one proposal. */
export function evidenceGatherer(
  departments: Departments,
  taxonomy: Taxonomy,
  handled: readonly Handled[],
  tokenize: Tokenizer,
): (question: Question) => Gathered {
  const { list } = departments;
  const { labels, scorer } = learnDepartments(departments, handled);
  const place = new Map(labels.map((label, i) => [label, i]));
  const matchDuties = dutyMatcher(list);
  const matchNever = mistakenMatters(list);
  const defaultsOf = topicDepartments(taxonomy);
  const topicNames = new Map<string, string>(taxonomy.topics.map((t) => [t.id, t.name]));
  const findNamed = namedDepartments(departments);
  const telling = tellingWords(tokenize);
  const carriersOf = (name: string, scores: Float64Array, head: string) => {
    const at = place.get(name) ?? -1;
    return (scores[at] ?? 0) < LEAST_LEARNED ? [] : telling(head, (word) => scorer.weightOf(word, at));
  };
  return (question) => {
    const { title, text, topics, past } = question;
    const head = titleText(title);
    const body = normalize((text ?? '').slice(0, MAX_TEXT));
    const learned = { title: scorer.score(head), text: scorer.score(body) };
    const duties = { title: matchDuties(head), text: matchDuties(body) };
    const ofTopics = defaultsOf(topics);
    const found = findBodies(head, body, labels.slice(list.length));
    const named = findNamed(`${head} ${body}`);
    for (const { department } of found) named.add(department);
    const candidates = new Set([...labels, ...past.flatMap((p) => p.leads)]);
    const evidenceOf = (name: string): Evidence => ({
      title: learned.title[place.get(name) ?? -1] ?? 0,
      text: learned.text[place.get(name) ?? -1] ?? 0,
      topic: ofTopics.get(name) ?? 0,
      duty_title: duties.title.get(name)?.score ?? 0,
      duty_text: duties.text.get(name)?.score ?? 0,
      named: Number(named.has(name)),
      past: ofPast(name, past),
    });
    const mistaken = matchNever(head);
    return {
      evidence: new Map([...candidates].map((name) => [name, evidenceOf(name)])),
      bodies: found.filter(({ department }) => !candidates.has(department)),
      mistaken,
      isBlank: learned.title.every((s) => s === 0) && learned.text.every((s) => s === 0),
      groundsOf: (name) => ({
        source: `${title}\n${text ?? ''}`,
        duty: merge(duties.title.get(name), duties.text.get(name)),
        carriers: carriersOf(name, learned.title, head),
        topic: topicNames.get(topics.find((t) => (defaultsOf([t]).get(name) ?? 0) > 0)?.topic ?? '') ?? null,
        led: past.filter((p) => p.leads.includes(name) || p.co.includes(name)),
        returned: past.filter((p) => p.returned.includes(name)),
        place: found.find((b) => b.department === name)?.place ?? null,
        mine: mistaken.filter((m) => m.to === name).map((m) => m.matter),
        notMine: mistaken.filter((m) => m.from === name),
      }),
    };
  };
}

/** Finds departments that a normalised text names, by any of their names of three characters or more. */
function namedDepartments({ byName, longestFirst }: Departments): (text: string) => Set<string> {
  const names = longestFirst.filter((name) => name.length >= 3 && !UNNAMED.test(name));
  const whose = new Map(names.map((name) => [normalize(name), byName.get(name) ?? '']));
  const find = phraseFinder(whose.keys());
  return (text) => {
    const found = new Set<string>();
    find(text, (name) => found.add(whose.get(name) ?? ''));
    return found;
  };
}

/** The words of a title that weigh most, strongest first; words of every proposal (data/stopwords.txt) explain nothing. */
function tellingWords(tokenize: Tokenizer): (title: string, weightOf: (word: string) => number) => string[] {
  const stopwords = new Set(readWordList('stopwords.txt'));
  return (title, weightOf) => {
    const words = [...new Set(tokenize(title))].filter((word) => word.length >= 2 && !stopwords.has(word));
    const weighed = words.map((word) => ({ word, weight: weightOf(word) }));
    const most = Math.max(...weighed.map(({ weight }) => weight));
    return weighed
      .filter(({ weight }) => weight > 0 && weight >= most * SHARE_OF_BEST)
      .sort((a, b) => b.weight - a.weight || (a.word < b.word ? -1 : 1))
      .map(({ word }) => word);
  };
}

/** The similar cases that it led, by how similar they are, less those that it sent back. */
function ofPast(name: string, past: readonly PastCase[]): number {
  const worth = ({ relation, score }: PastCase) =>
    relation === 'diff' ? 0 : relation === 'kin' ? KIN : score;
  const sum = past.reduce(
    (total, p) => total + worth(p) * (Number(p.leads.includes(name)) - Number(p.returned.includes(name))),
    0,
  );
  return Math.max(-1.5, Math.min(1.5, sum));
}

function merge(a: DutyMatch | undefined, b: DutyMatch | undefined): DutyMatch | undefined {
  if (!a || !b) return a ?? b;
  return { score: a.score + b.score, phrases: [...a.phrases, ...b.phrases] };
}

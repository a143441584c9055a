import type { Kind } from './terms.ts';
import type { TermToken, Token } from './tokens.ts';
import type { Quantity } from './units.ts';

/** A quantity with the words that say what it counts. */
export interface Phrase {
  quantity: Quantity;
  /** Terms between the start of its clause (or the quantity before it) and the number. */
  before: TermToken[];
  /** Terms between the unit and the next quantity or the end of the clause. */
  after: TermToken[];
  /** Terms in brackets that hold no number: A类(已解决或采纳)43件. */
  gloss: TermToken[];
  /** Terms of the earlier clauses of the sentence, back to the quantity before. */
  carried: TermToken[];
  /** The phrase that stands before the bracket in which this one stands: 建议38件(主办33件). */
  head: Phrase | null;
  /** Where its own words begin, and where the clause ends, in the folded text. */
  start: number;
  end: number;
  /** True when no word of its clause stands before the number. */
  leads: boolean;
  /** The last term before it in its sentence that names cases (提案, 建议, 议案…). */
  theme: TermToken | null;
  /** Number of its sentence, and of the part between semicolons, both counted over the whole text. */
  sentence: number;
  segment: number;
}

/** What the reader has gathered since the last quantity. */
interface Gathered {
  before: TermToken[];
  gloss: TermToken[];
  carried: TermToken[];
  from: number;
  last: Phrase | null;
  head: Phrase | null;
  theme: TermToken | null;
}

const fresh = (from: number, head: Phrase | null = null, theme: TermToken | null = null): Gathered => ({
  before: [],
  gloss: [],
  carried: [],
  from,
  last: null,
  head,
  theme,
});

/** What may stand between the start of a clause and a number that nothing names: 有27件, 共计43件. */
const JOINING =
  /^(?:其中|除|还|另|已|共|计|仅|约|近|将|接近|大约|差不多|不足|不到|有|为|达|是|超过|至少|所有|全部|这|上述|以上|该)*$/;

/** The quantities of a text, each with its words: one pass over the tokens with a stack for brackets. */
export function readPhrases(text: string, tokens: readonly Token[]): Phrase[] {
  const phrases: Phrase[] = [];
  let now = fresh(0);
  let outer: Gathered[] = [];
  let sentence = 0;
  let segment = 0;
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i];
    if (token === undefined) break;
    if (token.type === 'quantity') {
      const phrase = toPhrase(text, token.quantity, now, sentence, segment);
      phrases.push(phrase);
      now = { ...fresh(token.end, now.head, now.theme), last: phrase };
    } else if (token.type === 'term') {
      now.before.push(token);
      if (ofKind([token], 'matter').length > 0) now.theme = token;
      now.last?.after.push(token);
    } else if (token.mark === '(' && holdsQuantity(tokens, i)) {
      const inner = openBracket(now, token.end, tokens[i + 1]);
      // A label that the bracket's number takes is used up: A类(17件)、B类(14件).
      outer.push(inner.before === now.before ? { ...now, before: [] } : now);
      now = inner;
    } else if (token.mark === '(') {
      i = readGloss(tokens, i, now);
    } else if (token.mark === '、' && now.last) {
      closeClause(now, token.start);
      now = { ...now, before: [], from: token.end, last: null };
    } else if (token.mark === ')') {
      now = outer.pop() ?? now;
      if (now.last || now.before.length === 0) now.from = token.end;
    } else if (token.mark === '\n' && isEnd(tokens[i - 1])) {
      now.from = token.end;
    } else if (endsSentence(text, token)) {
      closeClause(now, token.start);
      sentence += 1;
      segment += 1;
      now = fresh(token.end);
      outer = [];
    } else if (token.mark === ';') {
      closeClause(now, token.start);
      segment += 1;
      now = fresh(token.end, now.head, now.theme);
    } else if (/[,:\t\n]/.test(token.mark)) {
      closeClause(now, token.start);
      const carried = [...now.carried, ...now.before];
      now = { ...now, before: [], gloss: [], carried, from: token.end, last: null };
    }
  }
  closeClause(now, text.length);
  return phrases;
}

/** 建议38件(主办33件): the bracket divides what stands before it. A类(17件): it only sets the number apart. */
function openBracket(now: Gathered, at: number, next: Token | undefined): Gathered {
  const setsApart = next?.type === 'quantity' && next.start === at && now.before.length > 0;
  if (!setsApart) return fresh(at, now.last, now.theme);
  return { ...fresh(now.from, now.head, now.theme), before: now.before, carried: now.carried };
}

function isEnd(token: Token | undefined): boolean {
  return token?.type === 'mark' && /[。！？!?\n]/.test(token.mark);
}

/** A line end goes on with the sentence after a comma, a colon, a semicolon or a list mark. */
function endsSentence(text: string, { mark, start }: { mark: string; start: number }): boolean {
  if (/[。！？!?]/.test(mark)) return true;
  return mark === '\n' && !/[,:;、\n]/.test(text[start - 1] ?? '');
}

function toPhrase(
  text: string,
  quantity: Quantity,
  now: Gathered,
  sentence: number,
  segment: number,
): Phrase {
  const between = text.slice(now.from, quantity.start);
  // 33件建议和28件提案: what stands before the second number names the first.
  const joined = now.last !== null && /[和及与、]$/.test(between);
  const skipped = joined ? between.length : (/^[、和及与,]*/.exec(between)?.[0].length ?? 0);
  return {
    quantity,
    before: joined ? [] : now.before,
    after: [],
    gloss: now.gloss,
    carried: now.carried,
    head: now.head,
    start: now.from + skipped,
    end: quantity.end,
    leads: JOINING.test(between.slice(skipped)),
    theme: now.theme,
    sentence,
    segment,
  };
}

function closeClause(now: Gathered, at: number): void {
  if (now.last) now.last.end = at;
}

function holdsQuantity(tokens: readonly Token[], open: number): boolean {
  for (let i = open + 1; i < tokens.length; i++) {
    const token = tokens[i];
    if (token?.type === 'quantity') return true;
    if (token?.type === 'mark' && /[)。\n]/.test(token.mark)) return false;
  }
  return false;
}

/** Takes the terms of a bracket without numbers as a gloss of what stands before it; returns where it ends. */
function readGloss(tokens: readonly Token[], open: number, now: Gathered): number {
  const follows = now.last !== null && tokens[open - 1]?.type === 'quantity';
  for (let i = open + 1; i < tokens.length; i++) {
    const token = tokens[i];
    if (token?.type === 'mark' && token.mark === ')') return i;
    if (token?.type === 'mark' && /[。\n]/.test(token.mark)) return i - 1;
    if (token?.type === 'term') (follows && now.last ? now.last.after : now.gloss).push(token);
  }
  return tokens.length;
}

/** The terms of one kind. */
export function ofKind(terms: readonly TermToken[], kind: Kind): TermToken[] {
  return terms.filter((term) => term.meanings.some((meaning) => meaning.kind === kind));
}

/** The senses that terms have within a kind, in order. */
export function senses(terms: readonly TermToken[], kind: Kind): string[] {
  return terms.flatMap((term) => term.meanings.filter((m) => m.kind === kind).map((m) => m.sense));
}

import { splitSentences } from './split-sentences.ts';

/** Numbers that begin an item, one style at a time: a text that numbers on two levels is split by the outer one. */
const STYLES = [
  /(?:^|\n)[ \t\u3000]*(?=[一二三四五六七八九十]{1,3}、)/,
  /(?:^|\n)[ \t\u3000]*(?=[（(][一二三四五六七八九十]{1,3}[）)])/,
  /(?:^|\n)[ \t\u3000]*(?=\d{1,2}[.．、](?!\d))/,
  /(?:^|\n)[ \t\u3000]*(?=第[一二三四五六七八九十]{1,2}[，,、])/,
  /(?=[一二三四五六七八九]是(?!否))/,
  /(?=[①②③④⑤⑥⑦⑧⑨⑩])/,
  /(?=[（(]\d{1,2}[）)])/,
];
const NUMBER =
  /^[\s\u3000]*(?:[一二三四五六七八九十]{1,3}(?:、|是)|[（(](?:[一二三四五六七八九十]{1,3}|\d{1,2})[）)]|\d{1,2}[.．、]|第[一二三四五六七八九十]{1,2}[，,、]|[①-⑩])[\s\u3000]*/;
/** Sentences with which the asking begins where a proposal has no part of its own for it. */
const ASKS =
  /^(?:为此|因此|对此|特此?|故)?[，,]?(?:我们|本人|特|现|兹)?(?:建议|请求|恳请|请|希望|呼吁|提议|要求|应当|应)/;
/** Characters; shorter ones ask for nothing that can be found again. */
const SHORTEST = 4;
const MOST = 20;

/** What a proposal asks for, item by item, as written: from its part 建议, else from the sentence with 建议 or 请 on. */
export function splitSuggestions(suggestion: string | null, text: string | null): string[] {
  const asked = suggestion ?? askingPart(text ?? '');
  return splitItems(asked)
    .map((item) =>
      item
        .replace(NUMBER, '')
        .replace(/[\s。；;]+$/, '')
        .trim(),
    )
    .filter((item) => item.length >= SHORTEST)
    .slice(0, MOST);
}

/** The parts of a numbered text; [] where it is not numbered. */
export function splitNumbered(text: string): string[] {
  for (const style of STYLES) {
    const parts = text.split(style).filter((part) => NUMBER.test(part));
    if (parts.length >= 2) return parts;
  }
  return [];
}

function splitItems(text: string): string[] {
  const numbered = splitNumbered(text);
  return numbered.length > 0 ? numbered : splitSentences(text).map((s) => s.text);
}

function askingPart(text: string): string {
  const first = splitSentences(text).find((s) => ASKS.test(s.text));
  return first ? text.slice(first.start) : '';
}

import type { Tagging } from '../tag.ts';
import { splitSections } from '../text/sections.ts';
import { readWordList, type Tokenizer } from '../text/tokenize.ts';
import type { Mark, Tagged } from './schemas.ts';

/** A word that stands everywhere is marked this often, no more. */
const MOST = 20;

/** What the machine says, with the text's three parts and the places of the words that decided. */
export function toTagged(tagging: Tagging, text: string | null, tokenize: Tokenizer): Tagged {
  const sections = splitSections(text ?? '');
  const fields: [Mark['field'], string | null][] = [
    ['title', tagging.title],
    ['text', text],
    ['problem', sections.problem],
    ['analysis', sections.analysis],
    ['suggestion', sections.suggestion],
  ];
  const source = `${tagging.title}\n${text ?? ''}`;
  const topic = { kind: 'topic', department: null } as const;
  const wanted = [
    ...tagging.why.map((word) => ({ word, ...topic })),
    ...tagging.departments.flatMap(({ name, reason }) =>
      wordsIn(reason, source, tokenize).map((word) => ({ word, kind: 'duty' as const, department: name })),
    ),
  ];
  const marks = fields.flatMap(([field, content]) =>
    content === null
      ? []
      : wanted.flatMap(({ word, ...rest }) => places(word, content).map((at) => ({ field, ...at, ...rest }))),
  );
  return { ...tagging, text, sections, marks };
}

let stopwords: ReadonlySet<string> | undefined;

/**
 * The words of a reason that the proposal has too: what it quotes of the text, else the words of its sentence. That a
 * topic's default department is named says nothing of the text.
 */
function wordsIn(reason: string, source: string, tokenize: Tokenizer): string[] {
  stopwords ??= new Set(readWordList('stopwords.txt'));
  const telling = (word: string) =>
    /^\p{Script=Han}{2,}$/u.test(word) && !stopwords?.has(word) && source.includes(word);
  const sentences = reason.split('；').filter((sentence) => !sentence.startsWith('是主题'));
  const words = sentences.flatMap((sentence) => {
    const quoted = [...sentence.matchAll(/“([^”]+)”/g)].map((match) => match[1] ?? '');
    return quoted.length > 0 ? quoted : tokenize(sentence);
  });
  return [...new Set(words.filter(telling))];
}

function places(word: string, content: string): { start: number; end: number }[] {
  const found: { start: number; end: number }[] = [];
  for (
    let at = content.indexOf(word);
    at >= 0 && found.length < MOST;
    at = content.indexOf(word, at + word.length)
  )
    found.push({ start: at, end: at + word.length });
  return found;
}

import { columnOf, has, table } from '../../data.ts';
import { decodeTexts } from './decode-texts.ts';

let known: string[] | undefined;

/**
 * Which proposals, by number, have every one of the words in their title, id, proposer or departments, co-handlers too.
 * Words are separated by spaces; width and case do not matter. null: no word is given, all match.
 */
export function matchWords(words: string): Uint8Array | null {
  const wanted = fold(words).split(/\s+/).filter(Boolean);
  if (wanted.length === 0) return null;
  known ??= readTexts();
  const texts = known;
  const found = wanted.map((word) => {
    const matches = withDepartment(word, texts.length);
    for (let i = 0; i < texts.length; i++) if (texts[i]?.includes(word)) matches[i] = 1;
    return matches;
  });
  return Uint8Array.from(texts, (_, i) => (found.every((matches) => matches[i] === 1) ? 1 : 0));
}

/** Read once, when first searched: later words are looked for at once. */
function readTexts(): string[] {
  const source = table('proposals');
  const columns = ['title', 'proposal_id', 'proposer'].flatMap((name) => {
    const column = source.getChild(name);
    return column ? [decodeTexts(column)] : [];
  });
  return Array.from({ length: source.numRows }, (_, i) => fold(columns.map((texts) => texts[i]).join('\n')));
}

/** Departments are few and their rows many: names are compared once each. */
function withDepartment(word: string, proposals: number): Uint8Array {
  const matches = new Uint8Array(proposals);
  const source = table(has('handlings') ? 'handlings' : 'entries');
  const [numbers, departments] = [source.getChild('proposal'), source.getChild('department')];
  if (!numbers || !departments) return matches;
  const { codes, values } = columnOf(departments);
  const accepts = values.map((value) => value !== null && fold(String(value)).includes(word));
  if (!accepts.includes(true)) return matches;
  const owners: ArrayLike<number> = numbers.toArray();
  for (let row = 0; row < owners.length; row++)
    if (accepts[codes[row] ?? 0] === true) matches[owners[row] ?? 0] = 1;
  return matches;
}

/** Normalizing is slow, and few texts have wide digits or letters. */
function fold(text: string): string {
  return (/[\uff10-\uff5a\u3000]/.test(text) ? text.normalize('NFKC') : text).toLowerCase();
}

import { hashOf } from '../../pipeline/link/hash.ts';
import { type Names, namesIn } from '../../pipeline/link/names.ts';
import { normalize } from '../../pipeline/text/normalize.ts';
import type { LabelledPair } from './texts.ts';

interface Plain {
  title: string;
  text: string;
}

/** Words that a second hand exchanges without changing the matter. */
const EXCHANGED: readonly [RegExp, string][] = [
  [/^关于(.*)的(提案|建议)$/, '$1'],
  [/建议/, '希望'],
  [/^请/, '建请'],
  [/增设/, '设置'],
  [/改善/, '整修'],
  [/尽快/, '尽速'],
  [/修建|兴建/, '修筑'],
  [/加强/, '强化'],
  [/补助/, '补贴'],
  [/全面/, '全部'],
  [/目前/, '现在'],
];
const ENDINGS = ['', '谢谢！', '请予解决。', '办法：请列入本年度预算办理。', '办法：如案由。', '盼复。', '特此提出。'];

/** Copies, fragments and pairs about another place or number, made of written texts by small edits; no randomness. */
export function augment(texts: readonly Plain[]): LabelledPair[] {
  const all = texts.map(({ title }) => namesIn(normalize(title)));
  const names: Pool = Object.fromEntries(MOVED.map((kind) => [kind, all.flatMap((own) => [...own[kind]])]));
  return texts.flatMap((text, i) => {
    const other = texts[(i * 7 + 13) % texts.length] ?? text;
    return [
      ...copies(text).map((b) => ({ a: text, b, label: 'copy' as const })),
      ...fragments(text, other).map((b) => ({ a: text, b, label: 'fragment' as const })),
      ...elsewhere(text, names).map((b) => ({ a: text, b, label: 'kin' as const })),
    ];
  });
}

function copies({ title, text }: Plain): Plain[] {
  const pick = hashOf(`${title}${text}`);
  const ending = ENDINGS[pick % ENDINGS.length] ?? '';
  const clauses = text.split(/(?<=[，。；])/);
  const cut = clauses.length >= 4 ? clauses.filter((_, i) => i !== 1 + (pick % (clauses.length - 2))).join('') : text;
  return [
    { title: exchange(title, pick), text: `${text}${ending}` },
    { title, text: exchange(cut, pick >>> 3) },
  ];
}

/** Two exchanges that the text allows, from the one that `pick` names on. */
function exchange(text: string, pick: number): string {
  const fitting = EXCHANGED.filter(([from]) => from.test(text));
  const chosen = [0, 1].map((i) => fitting[(pick + i) % (fitting.length || 1)]);
  return chosen.reduce((edited, rule) => (rule ? edited.replace(rule[0], rule[1]) : edited), text);
}

/** A part of the text alone, and a part inside another text. */
function fragments({ title, text }: Plain, other: Plain): Plain[] {
  const clauses = text.split(/(?<=[，。；])/);
  if (text.length < 40 || clauses.length < 4) return [];
  const half = clauses.slice(0, Math.ceil(clauses.length / 2)).join('');
  const rest = clauses.slice(Math.floor(clauses.length / 2)).join('');
  return [
    { title: title.slice(0, Math.ceil(title.length * 0.7)), text: half },
    { title: exchange(title, 1), text: rest },
    { title, text: `${text}另外，${other.text}` },
  ];
}

/** The names in all titles, by kind. */
type Pool = Partial<Record<keyof Names, string[]>>;

const MOVED: readonly (keyof Names)[] = ['village', 'town', 'thing', 'line', 'plot'];

/** The same words about another place, object or number: a name of the title is exchanged for one of the same kind. */
function elsewhere({ title, text }: Plain, names: Pool): Plain[] {
  const found = namesIn(normalize(title));
  const all = MOVED.flatMap((kind) => [...found[kind]].map((name) => ({ kind, name })));
  return all.slice(0, 2).flatMap(({ kind, name }) => {
    const isNumber = kind === 'line' || kind === 'plot';
    const from = isNumber ? name : name.slice(0, 2);
    const pool = names[kind] ?? [];
    const to = isNumber ? another(name) : (pool[hashOf(title) % pool.length] ?? '').slice(0, 2);
    const moved = (words: string) => words.replaceAll(from, to);
    return to === '' || to === from || moved(title) === title ? [] : [{ title: moved(title), text: moved(text) }];
  });
}

function another(number: string): string {
  return number.replace(/\d+/, (digits) => String((Number(digits) * 7 + 11) % 10 ** Math.max(2, digits.length)));
}

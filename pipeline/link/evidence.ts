import type { Relation } from '../rows.ts';
import { standing } from './compare.ts';
import type { NameKind, Names } from './names.ts';
import { sharedPassages } from './shingles.ts';
import type { Traits } from './traits.ts';

/** Passages shorter than this say little. */
const WORTH_QUOTING = 4;
const LONGEST_QUOTE = 40;

const PLACES: readonly NameKind[] = ['village', 'town', 'county'];
const THINGS: readonly NameKind[] = ['thing', 'line', 'quoted'];

/** What a pair shares and in what it differs, in Chinese: 共有文字“……”（34 字）；同一地点：高垅村；不同对象：… / … */
export function evidenceOf(a: Traits, b: Traits, relation: Relation): string {
  if (a.identity === b.identity && a.identity !== 0) return '标题和正文的文字完全相同';
  const parts = [
    quote(a, b),
    shared('同一地点', a, b, PLACES),
    shared('同一对象', a, b, THINGS),
    ...[differing('不同地点', a, b, PLACES), differing('不同对象', a, b, THINGS)],
    relation === 'kin' || relation === 'diff' ? differing('不同编号或数量', a, b, ['plot', 'amount']) : null,
  ].filter((part) => part !== null);
  return parts.length > 0 ? parts.join('；') : '只有零散的共同用词';
}

function quote(a: Traits, b: Traits): string | null {
  const passages = sharedPassages(a.shingles, b.shingles);
  const [first] = passages;
  if (!first) return null;
  const longest = passages.reduce((most, next) => (next.length > most.length ? next : most), first);
  if (longest.length < WORTH_QUOTING) return null;
  const shown = slice(a.own, longest.start, Math.min(longest.length, LONGEST_QUOTE));
  return `共有文字“${shown}${longest.length > LONGEST_QUOTE ? '…' : ''}”（${longest.length} 字）`;
}

const LETTER = /[\p{L}\p{N}]/gu;

/** Letters `from` to `from + length` of a text with the punctuation that stands between them. */
function slice(text: string, from: number, length: number): string {
  LETTER.lastIndex = 0;
  let start = 0;
  for (let i = 0; i < from + length; i++) {
    const at = LETTER.exec(text)?.index ?? text.length;
    if (i === from) start = at;
  }
  return text.slice(start, LETTER.lastIndex).replace(/\s+/g, ' ');
}

function shared(label: string, a: Traits, b: Traits, kinds: readonly NameKind[]): string | null {
  const names = kinds.flatMap((kind) => [...a.names[kind]].filter((name) => b.names[kind].has(name)));
  return names.length > 0 ? `${label}：${list(names)}` : null;
}

function differing(label: string, a: Traits, b: Traits, kinds: readonly NameKind[]): string | null {
  const clashing = kinds.filter((kind) => standing(a, b, kind)[1] > 0);
  const of = ({ titleNames, names }: Traits) => clashing.flatMap((kind) => pick(titleNames, names, kind));
  const [ofA, ofB] = [of(a), of(b)];
  return clashing.length > 0 ? `${label}：${list(ofA)} / ${list(ofB)}` : null;
}

function pick(inTitle: Names, anywhere: Names, kind: NameKind): string[] {
  return [...(inTitle[kind].size > 0 ? inTitle[kind] : anywhere[kind])];
}

function list(names: string[]): string {
  return [...new Set(names)].sort().slice(0, 4).join('、');
}

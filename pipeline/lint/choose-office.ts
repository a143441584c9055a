import type { Office } from './find-offices.ts';
import type { Names } from './names.ts';

/** How the names end of what calls itself 我局, 我委 … */
const ENDS: Record<string, RegExp> = {
  局: /局$/,
  委: /委(?:员会)?$/,
  厅: /厅$/,
  办: /办$|办公室$/,
  会: /会$|联$/,
  院: /院$/,
};
/** Bodies that hand cases out: a report is theirs only where it says so at its head or of what they do. */
const AUTHORITY = /^(?:人民)?政府|^政协|^人大|^委(?:员会)?$/u;
/** What an office does in its own report. */
const DEED =
  /^(?:在?[今去]年|\d{4}年(?:度|[上下]半年)?|本年度|全年|日前|昨天|始终|历来|共|总共|,|及时|先后|圆满|第一时间|上一[年届]度?的?|换届后的)*(?:收到|收[的件]|承办|承接|承担|接到|接收|领到|办理|经办|主办|协办|会办|高度重视|认真|坚持|积极|介绍|透露|披露|公布|通报|登记|征得|全会|会议透露|提案|召开|立案|征集)/u;
/** What speaks for an office, and how much. All count once but the mentions, of which the first few do. */
const WEIGHTS = {
  title: 4,
  heard: 4,
  acts: 3,
  head: 2,
  placed: 1,
  mentioned: 1,
  self: 2,
  otherSelf: -4,
} as const;
type Clue = keyof typeof WEIGHTS;
const MENTIONS = 3;
/** How far the head of a report reaches. */
const HEAD = 40;
const LEAST = 3;

/** The office whose report a folded text is, by its title and by what it does in it; null where none stands out. */
export function chooseOffice(
  text: string,
  titled: readonly Office[],
  self: string | null,
  offices: readonly Office[],
  names: Names,
): Office | null {
  const documents = spansOf(text, /《[^》]*》/g);
  const groups: { of: Office; clues: Clue[] }[] = [];
  for (const office of offices) {
    if (isAddressed(text, office)) continue;
    const inDocument = documents.some(([from, to]) => office.start > from && office.end <= to);
    const known = groups.find(({ of }) => isSame(of, office, names));
    const group = known ?? { of: office, clues: [] };
    if (!known) groups.push(group);
    group.clues.push(...cluesOf(text, self, office, inDocument));
    if (titled.some((other) => isSame(other, office, names))) group.clues.push('title');
  }
  const scored = groups.map(({ of, clues }) => ({ of, score: scoreOf(clues) }));
  const best = scored.sort((a, b) => b.score - a.score || a.of.start - b.of.start)[0];
  return best && best.score >= LEAST ? best.of : null;
}

function scoreOf(clues: readonly Clue[]): number {
  const mentions = clues.filter((clue) => clue === 'mentioned').slice(0, MENTIONS);
  const others = new Set(clues.filter((clue) => clue !== 'mentioned'));
  return [...mentions, ...others].reduce((score, clue) => score + WEIGHTS[clue], 0);
}

/** What speaks for an office where it stands. */
function cluesOf(
  text: string,
  self: string | null,
  { office, place, start, end }: Office,
  inDocument: boolean,
): Clue[] {
  const found: Clue[] = [];
  const begins = start === 0 || /[^\p{Script=Han}]|年/u.test(text[start - 1] ?? '');
  // A name in a list of names is one of many.
  const listed = text[start - 1] === '、' || text[end] === '、';
  const stands = !inDocument && !listed;
  if (begins && !inDocument && DEED.test(text.slice(end, end + 24))) found.push('acts');
  if (/听取(?:了|和审议)?$/.test(text.slice(Math.max(0, start - 5), start))) found.push('heard');
  if (start < HEAD && stands) found.push('head');
  if (stands && !AUTHORITY.test(office)) found.push('mentioned');
  if (place.length > 1 && !listed) found.push('placed');
  if (self !== null) found.push(ENDS[self]?.test(office) ? 'self' : 'otherSelf');
  return found;
}

/** Names of one office: equal, of one department, or one short for the other (文体广电旅游局, 文化体育广播电视旅游局). */
export function isSame(a: Office, b: Office, { offices }: Names): boolean {
  if (a.place.length > 1 && b.place.length > 1 && a.place !== b.place) return false;
  const [one, other] = [a.office, b.office].map((name) =>
    /政府$/.test(name) ? '人民政府' : (offices.get(name) ?? name),
  );
  if (one === undefined || other === undefined) return false;
  return one === other || isShort(a.office, b.office) || isShort(b.office, a.office);
}

function isShort(short: string, long: string): boolean {
  if (short.length < 3 || short[0] !== long[0] || short.at(-1) !== long.at(-1)) return false;
  let at = 0;
  for (const char of long) if (char === short[at]) at++;
  return at === short.length;
}

/** 市政府办公厅: to whom the report goes. */
function isAddressed(text: string, { end }: Office): boolean {
  return text[end] === ':' && (text[end + 1] === '\n' || text[end + 1] === undefined);
}

function spansOf(text: string, pattern: RegExp): [number, number][] {
  return [...text.matchAll(pattern)].map((match) => [match.index, match.index + match[0].length]);
}

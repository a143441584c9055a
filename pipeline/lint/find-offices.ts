import type { Names } from './names.ts';
import { readPlace } from './read-place.ts';

/** An office as a text names it. */
export interface Office {
  /** Its name without the place: 水利局, 政府, 政协提案委员会. */
  office: string;
  /** 临澜市; a bare level (市) where the text leaves the place out; '' where it names neither. */
  place: string;
  start: number;
  end: number;
}

/** How the names of offices end. 委 is no 委员, 局 no 局长, 政协 no 政协提案. */
const ENDING =
  /(?:人民)?政府(?:办公[厅室]|办(?![理事公件结好法复])|督查室)?|政协(?:常(?:务委员|委)会|提案委(?:员会)?|办公[厅室])?(?!提案|委员|建议|各|[、和]?人大|第?[一二三四五六七八九十]+届)|人大常(?:务委员|委)会|主管部门|委员会|(?:局|委|厅)(?![长员面部势限党内属班])|管委会|街道办事处|妇联|工商联|残联|文联|侨联|科协|总工会|团委|联合会|法院|检察院/gu;
/** Endings that are a whole name by themselves, without a word before them. */
const WHOLE = /^(?:(?:人民)?政府|政协|人大|妇联|工商联|残联|文联|侨联|科协|总工会|团委|管委会|法院|检察院)/u;
/** 25日消息, 记者采访: what news begin with before a name. */
const NEWS = /^[年月日]?(?:消息|讯)?(?:记者(?:近日|日前)?(?:从|采访)?)?/u;
/** An unknown name behind its place. */
const PLACED = /^\p{Script=Han}{0,6}?(?:自治[区州县]|[省市县区州旗盟]|国家)(\p{Script=Han}{3,16})$/u;
/** What no unknown name contains: verbs, pronouns, a place of its own. */
const FOREIGN =
  /[我你他它本各该的了由向给对与及把被将请送是到从就按个件年副省市县区州]|委(?!员会|$)|月份|代表|委员(?!会)|建议|提案|其他|办理|负责|领导|要求|召开|根据|有关|相关|实际/u;

/** The offices that a folded text names, in order: known departments anywhere, others at the start of a clause. */
export function findOffices(text: string, names: Names): Office[] {
  const found: Office[] = [];
  for (const match of text.matchAll(ENDING)) {
    const end = match.index + match[0].length;
    const before =
      /\p{Script=Han}*$/u.exec(text.slice(Math.max(0, match.index - 24), match.index))?.[0] ?? '';
    const words = (before + match[0]).replace(NEWS, '');
    const office = coreOf(words, match[0], names, before.length < 24);
    if (office === null) continue;
    const rest = words.slice(0, words.length - office.length);
    const place = readPlace(rest, rest.length < 24, names.cities);
    found.push({ office, place, start: end - office.length - place.length, end });
  }
  return found;
}

/** The office at the end of the words: all of a clause behind its place, the longest known name, or a whole ending. */
function coreOf(words: string, ending: string, names: Names, begins: boolean): string | null {
  const core = (begins && PLACED.exec(words)?.[1]) || '';
  const unknown = core.length > ending.length && !FOREIGN.test(core);
  for (let length = Math.min(words.length, names.longest); length > ending.length; length--) {
    const name = words.slice(-length);
    if (names.offices.has(name)) return unknown && core.endsWith(name) ? core : name;
  }
  if (WHOLE.test(ending)) return ending;
  return unknown ? core : null;
}

const LEVEL = /(?:自治[区州县]|[省市县区州旗盟])$/u;
/** The larger place before a smaller one: 某省 of 某省临澜市. */
const LARGER = /^\p{Script=Han}+(?:自治[区州]|[省市州盟])(?=\p{Script=Han}{2,4}$)/u;
/** What a clause may begin with before a place. */
const LEADING = /^(?:中共|由|向|对|经|从|在|将|据|与|给|把|请|让|到|关于|根据|按照|[今去]年|近年来|责成)/u;
/** What no place that begins a clause contains but a phrase before it: 接到市政协, 我局和市财政局. */
const PHRASE = /^.*[到对了从由把被让给的与据及讯]|^.+和/u;
/** What cannot be part of a place in the middle of a clause. */
const BREAK =
  /^.*(?:[我本该全各由向给对经与及从到了在将为是把被请让的据按收交转送报往]|民革|民盟|民建|民进|农工党|致公党|九三学社|台盟|工商联|政协|人大|中共|年度?|月份?|日|关于|记者|审议|听取|印发)|^.+和/u;

/** 我市, 全县, 地市: a level without a name; a name of one character (寿县, 芒市) stands at the start of a clause. */
const NO_NAME = /^(?:|[我本该全各这两邻外同地大某到年月日])$|[局委厅员办案议认彻类息访照求来自件省]/u;

/**
 * The place at the end of the words before an office: 临澜市, 市 where the level stands alone, '' for none. `begins`:
 * the words begin their clause. Known cities settle where a name begins.
 */
export function readPlace(words: string, begins: boolean, cities: ReadonlySet<string>): string {
  if (words.endsWith('国家')) return '国家';
  const level = LEVEL.exec(words)?.[0];
  if (level === undefined) return '';
  const before = words.slice(0, -level.length);
  const stem = before.replace(LARGER, '');
  for (let length = Math.min(5, stem.length); length >= 2; length--)
    if (cities.has(stem.slice(-length))) return stem.slice(-length) + level;
  const lead = begins ? stem.replace(LEADING, '').replace(PHRASE, '') : stem.replace(BREAK, '');
  const own = begins && lead.length <= 4 ? lead : lead.replace(BREAK, '');
  if (own.length > 5 || NO_NAME.test(own)) return level;
  return own.length > 1 || begins ? own + level : level;
}

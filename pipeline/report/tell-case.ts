import type { TypicalCase } from './cases.ts';

/** Longer quotations are cut at the end of a sentence where one is near. */
const LONGEST = 160;

/** One case in official words, only from what the data say. */
export function tellCase(one: TypicalCase): string {
  const kind = one.body === '人大' ? '建议' : '提案';
  const number = one.number === null ? '' : `第${one.number}号${kind}`;
  const by = one.proposer === null ? '' : `${one.proposer}提出的`;
  const head = `${by}${number}《${one.title}》${one.is_key ? '（重点件）' : ''}`;
  const handled = [
    one.department === null ? '' : `由${one.department}承办`,
    one.met ? '与提出人面商' : '',
    one.days === null ? '' : `自交办之日起${one.days}天答复`,
  ].filter((text) => text !== '');
  const course = handled.length === 0 ? '' : `，${handled.join('，')}`;
  const quote = one.measure === null ? '' : `答复写明：“${cut(one.measure)}”`;
  return `${head}${course}，所提问题已解决采纳，提出人评价为满意。${quote}【请填写：具体做法和成效】`;
}

function cut(text: string): string {
  const line = text.replace(/\s+/g, '');
  if (line.length <= LONGEST) return line;
  const end = line.lastIndexOf('。', LONGEST);
  return end > LONGEST / 2 ? line.slice(0, end + 1) : `${line.slice(0, LONGEST)}……`;
}

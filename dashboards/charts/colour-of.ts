/** Dark for what was done, warm for what was refused: the same value has the same colour on every page. */
const COLOUR_OF: Record<string, string> = {
  解决采纳: '#0b4f8a',
  正在解决: '#2f8fc4',
  列入计划: '#8cc5e3',
  条件不足暂缓: '#d9a441',
  留作参考: '#b5651d',
  不予采纳: '#8a8f98',
  涉及上级职权: '#5a3d6b',
  满意: '#0b4f8a',
  基本满意: '#2f8fc4',
  理解: '#8cc5e3',
  保留: '#d9a441',
  不满意: '#b5651d',
  按时兑现: '#0b4f8a',
  逾期兑现: '#2f8fc4',
  到期未兑现: '#b5651d',
  未到期: '#8cc5e3',
  没有时限: '#d9a441',
  已转为解决采纳: '#0b4f8a',
  仍未解决: '#d9a441',
  不能判定: '#8a8f98',
};

/** What is not known or no profile maps stands apart from all others, in light greys by turns. */
const UNMAPPED = ['#c9ced6', '#e4e8ec', '#b3bac4'];

/** A colour for each group; a code that covers several values (正在解决或列入计划) lies between theirs. */
export function coloursOf(groups: readonly string[]): string[] {
  let unmapped = 0;
  return groups.map((group) => {
    const own = group.split('或').flatMap((word) => COLOUR_OF[word] ?? []);
    if (own.length > 0) return mix(own);
    return UNMAPPED[unmapped++ % UNMAPPED.length] ?? '';
  });
}

/** Text that can be read on a colour: by its luminance as perceived (ITU-R BT.601). */
export function inkOn(colour: string): string {
  const [red = 0, green = 0, blue = 0] = channels(colour);
  return 0.299 * red + 0.587 * green + 0.114 * blue > 150 ? '#1c2733' : '#ffffff';
}

function mix(colours: readonly string[]): string {
  const [first = ''] = colours;
  if (colours.length === 1) return first;
  const mean = [0, 1, 2].map((i) =>
    Math.round(colours.reduce((sum, colour) => sum + (channels(colour)[i] ?? 0), 0) / colours.length),
  );
  return `#${mean.map((channel) => channel.toString(16).padStart(2, '0')).join('')}`;
}

function channels(colour: string): number[] {
  return [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
}

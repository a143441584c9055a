import type { Block } from './document.ts';
import { chineseNumber } from './numerals.ts';

/** Headings with their numbers (一、（一）, 附录一), captions with theirs (图1, 表1). */
export function numberHeadings(blocks: readonly Block[]): Block[] {
  let [first, second, appendix, tables, pictures] = [0, 0, 0, 0, 0];
  return blocks.map((block) => {
    if (block.kind === 'appendix')
      return { ...block, text: `附录${chineseNumber(++appendix)}　${block.text}` };
    if (block.kind === 'table') return { ...block, caption: `表${++tables}　${block.caption}` };
    if (block.kind === 'picture') return { ...block, caption: `图${++pictures}　${block.caption}` };
    if (block.kind !== 'heading') return block;
    if (block.level === 1) {
      second = 0;
      return { ...block, text: `${chineseNumber(++first)}、${block.text}` };
    }
    return { ...block, text: `（${chineseNumber(++second)}）${block.text}` };
  });
}

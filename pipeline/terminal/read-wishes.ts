import type { Wish } from '../track/decide.ts';
import { readId } from './parse-command.ts';

/** The decisions that the options of `jianyan review` ask for, in a fixed order. */
export function readWishes(options: {
  merge?: readonly string[];
  split?: readonly string[];
  rename?: readonly string[];
  undo?: number;
}): Wish[] {
  const { merge, split, rename, undo } = options;
  const wishes: Wish[] = [];
  if (undo !== undefined) wishes.push({ action: '撤销', number: undo });
  if (merge) wishes.push({ action: '并案', targets: merge.map(readId) });
  if (split) wishes.push({ action: '拆开', issue: readId(split[0] ?? ''), proposals: split.slice(1) });
  if (rename)
    wishes.push({ action: '改名', issue: readId(rename[0] ?? ''), name: rename.slice(1).join(' ') });
  return wishes;
}

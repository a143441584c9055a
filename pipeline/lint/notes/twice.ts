import { stretch } from '../check.ts';
import { ofKind } from '../phrases.ts';
import type { Noter } from './note.ts';

/** A类17件、B类14件、B类39件: one letter stands twice in a list, so that one of them is a slip. */
export const noteTwice: Noter = (_mentions, lists) =>
  lists.flatMap(({ family, items }) => {
    if (family !== 'outcome') return [];
    const lettered = items.filter((m) => ofKind(m.phrase.before, 'letter').length > 0);
    return lettered.flatMap((mention, i) => {
      const first = lettered.slice(0, i).find((m) => m.metric === mention.metric);
      if (!first || first.phrase.segment !== mention.phrase.segment) return [];
      const letter = mention.metric.slice(-1).toUpperCase();
      const says = `${letter}类写了两次（${first.value}件、${mention.value}件），其中一个可能是别的类别`;
      return [{ kind: 'class_twice' as const, says, ...stretch([first, mention]) }];
    });
  });

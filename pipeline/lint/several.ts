import type { Mention } from './mention.ts';
import { senses } from './phrases.ts';
import { type Metric, readCount } from './productions.ts';

/** 医疗救助和养老服务各2件; “列入计划”、“留作参考”的各有1件: one number, several counts. */
export function distribute(text: string, mention: Mention): Mention[] {
  const { phrase } = mention;
  const label = text.slice(phrase.start, phrase.quantity.start);
  if (!/各有?$/.test(label)) return [mention];
  const items = label
    .replace(/的?各有?$/, '')
    .split(/[、和及与]/)
    .filter(Boolean);
  let from = phrase.start;
  return items.map((item) => {
    const at = text.indexOf(item, from);
    from = at + item.length;
    const own = phrase.before.filter((term) => term.start >= at && term.end <= from);
    const reading = readCount(own, phrase) ?? { metric: 'other' as const, family: 'plain' as const };
    return { ...mention, ...reading, phrase: { ...phrase, before: own, start: at } };
  });
}

/** 提案1件(协办件); 建议3件均为协办件: the same number also in a role. */
export function roleBehind(text: string, mention: Mention): Mention[] {
  const { phrase } = mention;
  if (mention.family === 'role') return [];
  const behind = text.slice(phrase.quantity.end, phrase.quantity.end + 8);
  if (!/^\(|^(?:均|都|全部|全)?(?:为|是|由)/.test(behind)) return [];
  const [role] = senses(phrase.after.slice(0, 1), 'role');
  const merged = senses(phrase.after.slice(0, 1), 'filing')[0];
  if (merged !== undefined && behind.startsWith('(')) return [];
  if (role === undefined) return [];
  const metric: Metric = role === 'lead' || role === 'co' || role === 'lead_or_joint' ? role : 'other';
  return [{ ...mention, metric, family: 'role', end: phrase.end }];
}

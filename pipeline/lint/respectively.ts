import type { Mention } from './mention.ts';
import type { Phrase } from './phrases.ts';
import { type Reading, readCount } from './productions.ts';

/** A类207件、B类59件、C类13件,分别占74.2%、21.1%和4.7%: the shares in order belong to the counts in order. */
export function respectively(mentions: readonly Mention[]): void {
  for (const [i, first] of mentions.entries()) {
    if (first.unit !== '%' || !first.phrase.before.some((term) => term.text.startsWith('分别'))) continue;
    const after = mentions
      .slice(i)
      .findIndex((m) => m.unit !== '%' || m.phrase.sentence !== first.phrase.sentence);
    const shares = after < 0 ? mentions.slice(i) : mentions.slice(i, i + after);
    const counts = mentions
      .slice(0, i)
      .filter((m) => m.unit !== '%' && m.phrase.sentence === first.phrase.sentence);
    if (shares.length < 2 || counts.length < shares.length) continue;
    const parts = counts.slice(-shares.length);
    for (const [k, share] of shares.entries()) Object.assign(share, partOf(share, parts[k]));
  }
}

function partOf(share: Mention, part: Mention | undefined): Partial<Mention> {
  if (!part || share.family === 'rate') return {};
  return {
    of: part,
    family: part.family,
    body: part.body,
    metric: part.metric === 'received' ? 'other' : part.metric,
  };
}

/** A、B、C三类分别为76件、38件、7件; 满意、基本满意的分别有30件、2件: the names in order belong to the counts. */
export function nameRespectively(text: string, mentions: readonly Mention[]): void {
  for (const [i, first] of mentions.entries()) {
    const label = text.slice(first.phrase.start, first.phrase.quantity.start);
    const names = /^(.*?)(?:分别|依次)[为是有]?$/.exec(label)?.[1]?.split(/[、和及与]/) ?? [];
    const counts = mentions.slice(i, i + names.length);
    if (first.unit !== '件' || names.length < 2 || counts.length < names.length) continue;
    if (
      counts
        .slice(1)
        .some((m) => m.unit !== '件' || !m.phrase.leads || m.phrase.sentence !== first.phrase.sentence)
    )
      continue;
    let from = first.phrase.start;
    for (const [k, name] of names.entries()) {
      const at = text.indexOf(name, from);
      from = at + name.length;
      Object.assign(counts[k] ?? {}, {
        ...readName(name, at, first.phrase),
        refers: false,
        start: first.phrase.start,
      });
    }
  }
}

function readName(name: string, at: number, phrase: Phrase): Reading {
  const letter = /^[a-d甲乙丙丁](?=[一二三四]?类|$)/.exec(name)?.[0];
  const index = letter === undefined ? -1 : 'abcd甲乙丙丁'.indexOf(letter) % 4;
  const metric = (['outcome_a', 'outcome_b', 'outcome_c', 'outcome_d'] as const)[index];
  if (metric) return { metric, family: 'outcome' };
  const own = phrase.before.filter((term) => term.start >= at && term.end <= at + name.length);
  return readCount(own, phrase) ?? { metric: 'other', family: 'plain' };
}

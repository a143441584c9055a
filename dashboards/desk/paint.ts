import { h } from '../dom.ts';

/** A stretch of a text with the look it has: [start, end) in UTF-16 units. */
export interface Stretch {
  start: number;
  end: number;
  look: string;
}

/** The text with its stretches as <mark>; where several overlap, a piece has the looks of all of them. */
export function paint(text: string, stretches: readonly Stretch[]): Node[] {
  const cuts = new Set([0, text.length]);
  for (const { start, end } of stretches) {
    cuts.add(Math.min(start, text.length));
    cuts.add(Math.min(end, text.length));
  }
  const places = [...cuts].sort((a, b) => a - b);
  return places.slice(1).map((end, i) => {
    const start = places[i] ?? 0;
    const looks = stretches.filter((s) => s.start <= start && s.end >= end).map((s) => s.look);
    const piece = text.slice(start, end);
    if (looks.length === 0) return document.createTextNode(piece);
    return h('mark', { class: [...new Set(looks)].join(' ') }, piece);
  });
}

/** Common passages of two texts, as `paint` takes them. */
export function passages(ranges: readonly (readonly [number, number])[]): Stretch[] {
  return ranges.map(([start, end]) => ({ start, end, look: 'same' }));
}

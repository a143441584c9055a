import type { Office } from './find-offices.ts';
import type { Names } from './names.ts';
import { readPlace } from './read-place.ts';

const LEVEL = /(?:自治[区州县]|[省市县区州旗盟])$/u;
/** 九三学社玉溪市委, 芒市三届人大, 连云港市十四届政协: other bodies of the place. */
const BODIES = /\p{Script=Han}{1,12}?[省市县区州旗盟](?=委(?!员会)|人大|政协|.{1,3}届)/gu;
/** 符合景德镇实际, 推动上海民政事业: a city that is named without its level, as the writer's own. */
const OWN = /(?:符合|立足|结合|推动|助力|服务|对)(\p{Script=Han}{2,4})/gu;

/**
 * The place that a folded text is about, of the level that an office leaves open (市 → 蚌埠市): the one named most, by
 * offices, by other bodies, or as a city without its level. null where none is.
 */
export function findPlace(
  text: string,
  level: string,
  offices: readonly Office[],
  names: Names,
): string | null {
  const counts = new Map<string, number>();
  const add = (place: string) => {
    if (place.length > 1 && place.endsWith(level)) counts.set(place, (counts.get(place) ?? 0) + 1);
  };
  for (const { place } of offices) if (!LEVEL.test(place) || place.length > 1) add(place);
  for (const [words] of text.matchAll(BODIES)) add(readPlace(words, false, names.cities));
  for (const [, words = ''] of text.matchAll(OWN)) {
    const city = cityAt(words, names);
    if (city !== null) add(city + (level || '市'));
  }
  return [...counts].sort(([a, n], [b, m]) => m - n || text.indexOf(a) - text.indexOf(b))[0]?.[0] ?? null;
}

function cityAt(words: string, { cities }: Names): string | null {
  for (let length = words.length; length >= 2; length--)
    if (cities.has(words.slice(0, length))) return words.slice(0, length);
  return null;
}

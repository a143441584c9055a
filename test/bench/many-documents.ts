import { readWritten } from '../../data/sample/make/written.ts';
import { namesIn } from '../../pipeline/link/names.ts';
import type { Document } from '../../pipeline/link/traits.ts';
import { normalize } from '../../pipeline/text/normalize.ts';

const LENGTH = 500;
const NAME_LETTERS =
  '云石清白龙凤松柏竹梅兰桂金银铜山溪泉塘湾岭坪岗坝洲沙渡桥亭寺陂垅坑墩堰屏崖峰谷涧荷莲苇棠枫榆槐桑麻茶鹿鹤雁鹭';

/**
 * Documents of 500 characters made of clauses of the sample city, each about places and numbers of its own; every
 * fiftieth is a copy of an earlier one with a clause less. The same size gives the same documents.
 */
export function manyDocuments(size: number): { documents: Document[]; copies: [string, string][] } {
  const written = readWritten();
  const clauses = written.flatMap(({ text }) => text.split(/(?<=[，。；])/)).filter((c) => c.length >= 8);
  const random = generator(20_241_125);
  const documents: Document[] = [];
  const copies: [string, string][] = [];
  for (let i = 0; i < size; i++) {
    const id = `D${String(i).padStart(7, '0')}`;
    const source = i % 50 === 49 ? documents[Math.floor(random() * i)] : undefined;
    if (source) {
      copies.push([source.id, id]);
      documents.push({ id, title: source.title, text: (source.text ?? '').slice(0, -20) });
      continue;
    }
    const renamed = renamer(random);
    const title = renamed(written[Math.floor(random() * written.length)]?.title ?? '');
    let text = '';
    while (text.length < LENGTH) text += renamed(clauses[Math.floor(random() * clauses.length)] ?? '');
    documents.push({ id, title, text });
  }
  return { documents, copies };
}

/** Gives every name of a document another one, the same throughout it, and every digit another. */
function renamer(random: () => number): (text: string) => string {
  const names = new Map<string, string>();
  const letter = () => NAME_LETTERS[Math.floor(random() * NAME_LETTERS.length)] ?? '';
  return (text) => {
    const { village, town, county, thing } = namesIn(normalize(text));
    let renamed = text.replace(/\d/g, () => String(Math.floor(random() * 10)));
    for (const name of [...village, ...town, ...county, ...thing]) {
      const place = name.slice(0, 2);
      if (!names.has(place)) names.set(place, letter() + letter());
      renamed = renamed.replaceAll(place, names.get(place) ?? place);
    }
    return renamed;
  };
}

/** Numbers in [0, 1), the same for the same seed (mulberry32). */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

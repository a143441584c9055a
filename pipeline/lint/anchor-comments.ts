import type { Annotation } from './annotations.ts';

/** One visible character of the document: where it is written in the XML, and in which run. */
interface Place {
  /** Start and end of its (possibly escaped) form in the XML. */
  at: number;
  end: number;
  /** The properties of its run, repeated where the run is split. */
  properties: string;
}

const TOKEN =
  /<w:del\b[\s\S]*?<\/w:del>|<w:rPr>([\s\S]*?)<\/w:rPr>|<w:r(?:>|\s[^>]*>)|<w:t(?:\s[^>]*)?>([^<]*)<\/w:t>/g;
const CHARACTER = /&(?:#x?[\da-f]+|\w+);|[\s\S]/gi;
const INVISIBLE = /[\s\u200b-\u200d\ufeff]/;

/**
 * The XML of a Word document with a comment range around the words of each annotation, ids from `first`. `text` is
 * what the annotations' offsets count in; it and the XML are laid side by side by their visible characters, because
 * reading has changed nothing but blanks. A run is split where a range begins or ends within it.
 */
export function anchorComments(
  xml: string,
  text: string,
  annotations: readonly Annotation[],
  first: number,
): string {
  const { places, visible } = readPlaces(xml);
  const inserts: { at: number; order: number; xml: string }[] = [];
  for (const [i, annotation] of annotations.entries()) {
    const range = locate(text, annotation, visible);
    const from = places[range.start];
    const to = places[range.end - 1];
    if (!from || !to) continue;
    const id = first + i;
    const mark = `<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:commentReference w:id="${id}"/></w:r>`;
    inserts.push({ at: from.at, order: 1, xml: split(from, `<w:commentRangeStart w:id="${id}"/>`) });
    inserts.push({ at: to.end, order: 0, xml: split(to, `<w:commentRangeEnd w:id="${id}"/>${mark}`) });
  }
  inserts.sort((a, b) => a.at - b.at || a.order - b.order);
  let out = '';
  let done = 0;
  for (const insert of inserts) {
    out += xml.slice(done, insert.at) + insert.xml;
    done = insert.at;
  }
  return (out + xml.slice(done)).replace(/<w:t>/g, '<w:t xml:space="preserve">');
}

/** Ends the run, puts the mark between, and goes on with a run of the same properties. */
function split({ properties }: Place, mark: string): string {
  return `</w:t></w:r>${mark}<w:r>${properties}<w:t xml:space="preserve">`;
}

/** The visible characters of the document in order; deleted text of tracked changes is none. */
function readPlaces(xml: string): { places: Place[]; visible: string } {
  const places: Place[] = [];
  let visible = '';
  let properties = '';
  for (const token of xml.matchAll(TOKEN)) {
    const [whole, inner, content] = token;
    if (whole.startsWith('<w:rPr>')) properties = `<w:rPr>${inner}</w:rPr>`;
    else if (whole.startsWith('<w:r')) properties = '';
    else if (content !== undefined) {
      const from = token.index + whole.indexOf('>') + 1;
      for (const char of content.matchAll(CHARACTER)) {
        const shown = decode(char[0]);
        if (INVISIBLE.test(shown)) continue;
        visible += shown[0];
        places.push({ at: from + char.index, end: from + char.index + char[0].length, properties });
      }
    }
  }
  return { places, visible };
}

const NAMED: Record<string, string> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&apos;': "'",
};

function decode(written: string): string {
  const code = /^&#(x?)([\da-f]+);$/i.exec(written);
  if (code) return String.fromCodePoint(Number.parseInt(code[2] ?? '', code[1] ? 16 : 10));
  return NAMED[written] ?? written;
}

/** Which visible characters the annotation covers: by count, and by its words where a text box has moved them. */
function locate(text: string, { start, end }: Annotation, visible: string): { start: number; end: number } {
  const words = toVisible(text.slice(start, end));
  const count = toVisible(text.slice(0, start)).length;
  const found = visible.startsWith(words, count) ? count : nearest(visible, words, count);
  return { start: found, end: found + words.length };
}

function toVisible(text: string): string {
  return text.replace(/[\s\u200b-\u200d\ufeff]/g, '');
}

function nearest(visible: string, words: string, count: number): number {
  const before = visible.lastIndexOf(words, count);
  const after = visible.indexOf(words, count);
  if (before < 0 || after < 0) return Math.max(before, after, 0);
  return count - before <= after - count ? before : after;
}

import { normalize } from '../text/normalize.ts';
import { weightOf } from './background.ts';
import { withoutBoilerplate } from './boilerplate.ts';
import { hashOf } from './hash.ts';
import { withoutMatters } from './matters.ts';
import { type Names, namesIn } from './names.ts';
import { type Shingles, shinglesOf } from './shingles.ts';
import { type Terms, termHashes, weigh } from './terms.ts';

/** A text to be compared. */
export interface Document {
  id: string;
  title: string;
  text: string | null;
}

/** What is compared of a document; boilerplate is left out of everything but `identity`. */
export interface Traits {
  document: Document;
  /** The same for the same letters and digits of title and text, normalised; 0 when there are none. */
  identity: number;
  /** Title and text, normalised, a blank for each boilerplate phrase. */
  own: string;
  shingles: Shingles;
  /** Terms of the title and of the whole document that are neither of a place nor of a matter. */
  title: Terms;
  whole: Terms;
  titleNames: Names;
  names: Names;
}

export function traitsOf(document: Document): Traits {
  const title = normalize(document.title);
  const whole = withTitle(title, normalize(document.text ?? ''));
  const ownTitle = withoutBoilerplate(title);
  const own = withoutBoilerplate(whole);
  const objects = termHashes(withoutMatters(own));
  const names = namesIn(own);
  const places = termHashes([...names.village, ...names.town, ...names.county].join(' '));
  return {
    document,
    identity: identityOf(lettersOf(whole)),
    own,
    shingles: shinglesOf(lettersOf(own), objects),
    title: weigh(without(termHashes(withoutMatters(ownTitle)), places)),
    whole: weigh(without(objects, places)),
    titleNames: namesIn(ownTitle),
    names,
  };
}

/** Many texts repeat their title: it counts once. */
function withTitle(title: string, text: string): string {
  return text.startsWith(title) ? text : `${title}\n${text}`;
}

function lettersOf(text: string): string {
  return text.replace(/[^\p{L}\p{N}]/gu, '');
}

/** Two independent hashes in the 53 bits of a number. */
function identityOf(letters: string): number {
  if (letters === '') return 0;
  return hashOf(letters) * 0x200000 + (hashOf(`${letters.length}${letters}`) >>> 11) + 1;
}

function without(hashes: Uint32Array, places: Uint32Array): Uint32Array {
  const ofPlaces = new Set(places);
  return hashes.filter((hash) => !ofPlaces.has(hash));
}

/** Terms that more than about one in sixty of the background texts hold point to no other document. */
const RARE_FROM = 4;

/** All terms that are rare enough to find a document by. */
export function keysOf({ own }: Traits): Uint32Array {
  return termHashes(own).filter((hash) => weightOf(hash) >= RARE_FROM);
}

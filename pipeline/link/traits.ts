import { normalize } from '../text/normalize.ts';
import { withoutBoilerplate } from './boilerplate.ts';
import { hashOf } from './hash.ts';
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
  /** Terms of the title and of the whole document; those of place names apart. */
  title: Terms;
  titlePlaces: Terms;
  whole: Terms;
  wholePlaces: Terms;
  titleNames: Names;
  names: Names;
}

export function traitsOf(document: Document): Traits {
  const title = normalize(document.title);
  const whole = withTitle(title, normalize(document.text ?? ''));
  const ownTitle = withoutBoilerplate(title);
  const own = withoutBoilerplate(whole);
  const names = namesIn(own);
  const places = termHashes([...names.village, ...names.town, ...names.county].join(' '));
  const [titlePlaces, titleRest] = part(termHashes(ownTitle), places);
  const [wholePlaces, wholeRest] = part(termHashes(own), places);
  return {
    document,
    identity: identityOf(lettersOf(whole)),
    own,
    shingles: shinglesOf(lettersOf(own)),
    title: weigh(titleRest),
    titlePlaces: weigh(titlePlaces),
    whole: weigh(wholeRest),
    wholePlaces: weigh(wholePlaces),
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

/** The sorted hashes that are among `places`, and those that are not. */
function part(hashes: Uint32Array, places: Uint32Array): [Uint32Array, Uint32Array] {
  const among = new Set(places);
  return [hashes.filter((hash) => among.has(hash)), hashes.filter((hash) => !among.has(hash))];
}

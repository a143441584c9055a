import { normalize } from '../text/normalize.ts';
import { withoutBoilerplate } from './boilerplate.ts';
import { type Names, namesIn } from './names.ts';
import { type Shingles, shinglesOf } from './shingles.ts';
import { type Terms, termHashes, weigh } from './terms.ts';

/** A text to be compared. */
export interface Document {
  id: string;
  title: string;
  text: string | null;
}

/** What is compared of a document; boilerplate is left out of everything but `full`. */
export interface Traits {
  document: Document;
  /** Letters and digits of title and text, normalised, with boilerplate. */
  full: string;
  /** The same without boilerplate. */
  letters: string;
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
  const letters = lettersOf(own);
  const names = namesIn(own);
  const places = termHashes([...names.village, ...names.town, ...names.county].join(' '));
  const [titlePlaces, titleRest] = part(termHashes(ownTitle), places);
  const [wholePlaces, wholeRest] = part(termHashes(own), places);
  return {
    document,
    full: lettersOf(whole),
    letters,
    shingles: shinglesOf(letters),
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

function part(hashes: Set<number>, places: Set<number>): [number[], number[]] {
  const all = [...hashes];
  return [all.filter((hash) => places.has(hash)), all.filter((hash) => !places.has(hash))];
}

import { CALLED_MAX, calledNames, givenOf, isAddress } from './called-names';
import { FAMILIES, MIDDLE_WORDS } from './family-names';
import { COMPOUNDS, isDeed, isGivenName, isOtherAtFirst, NO_PERSONS, THINGS } from './given-names';
import { capitalRuns, type Run, type WrittenName } from './written-names';

/** A family name stands so many words before a given one at most. */
const FAMILY_BEFORE = 3;
/** A title has no fewer words in capitals. */
const TITLE_MIN = 3;

/**
 * Everybody whom texts tell of by a given name alone, also without who is addressed and in titles of capitals. It is a guess, to be looked at.
 * `places`: keys of names of communes.
 */
export function givenNames(texts: readonly string[], places: ReadonlySet<string> = new Set()): WrittenName[] {
  const found = new Map(calledNames(texts, places).map((name) => [name.key, name]));
  const given = new Set([...found.values()].map(givenOf));
  for (const text of texts)
    for (const run of capitalRuns(text))
      for (const name of isTitle(run) ? inTitle(run) : inSentence(run)) {
        if (found.size >= CALLED_MAX) return [...found.values()];
        if (given.has(givenOf(name)) || places.has(givenOf(name))) continue;
        given.add(givenOf(name));
        found.set(name.key, name);
      }
  return [...found.values()];
}

const isTitle = ({ words }: Run) =>
  words.length >= TITLE_MIN && words.every((word) => word === word.toLocaleUpperCase('vi'));

/** Lan, or Lan Anh, as a name and nothing else: within a sentence, or at its beginning before what she does. */
function inSentence({ words, keys, before, behind, isFirst }: Run): WrittenName[] {
  const key = keys.join(' ');
  if (keys.length === 0 || keys.length > 2 || !keys.every(isGivenName) || isAddress(keys[0])) return [];
  if (keys.length === 1 && COMPOUNDS.has(`${key} ${behind}`)) return [];
  const last = before.at(-1);
  if (NO_PERSONS.has(key) || (last !== undefined && (isAddress(last) || THINGS.has(last)))) return [];
  const isSure = !isFirst || (isDeed(behind) && !(keys.length === 1 && isOtherAtFirst(key)));
  return !isSure ? [] : [{ name: words.join(' '), key }];
}

/** In a title of capitals: behind who is addressed, or before what she does, and not behind a family name. */
function* inTitle({ words, keys, behind }: Run): Generator<WrittenName> {
  for (const [at, key] of keys.entries()) {
    if (!isGivenName(key) || isAddress(key)) continue;
    const before = keys.slice(Math.max(0, at - FAMILY_BEFORE), at);
    if (before.some((each) => FAMILIES.has(each) || MIDDLE_WORDS.has(each))) continue;
    const isAddressed = isAddress(before.at(-1));
    const next = keys[at + 1] ?? behind;
    if (isAddressed) yield { name: words.slice(at - 1, at + 1).join(' '), key: keys.slice(at - 1, at + 1).join(' ') };
    else if (isDeed(next) && !isOtherAtFirst(key) && !COMPOUNDS.has(`${key} ${next}`))
      yield { name: words[at] ?? key, key };
  }
}

import { nameKey, wordsOf } from '@/domain/people/name';
import { searchKey } from '@/domain/texts/clean-text';
import { PLACES_BEHIND } from './family-names';
import { isDeed } from './given-names';
import { capitalRuns, type Run, type WrittenName } from './written-names';

/** So many are told of a text at most. */
export const CALLED_MAX = 30;
/** Given names have one word or two: Lan, Lan Anh. */
const GIVEN_MAX = 2;

/** Who is spoken of by a given name alone. */
const VIETNAMESE = new Set(wordsOf('chị bà cô ông anh em dì bác chú thím mẹ cụ thầy bé bạn'));
const ENGLISH = new Set(wordsOf('ms mrs mr miss sister aunt'));
export const isAddress = (key: string | undefined): key is string =>
  key !== undefined && (VIETNAMESE.has(key) || ENGLISH.has(key));

/** What stands behind such a word with a capital and is nobody's given name. */
const NO_GIVEN = new Set(
  wordsOf(`hội đoàn đảng ban tổ chi phụ việt viet vietnam city hồ rịa nà đen chúa táo triệu trưng trưởng phó quốc văn ngữ vy vít thuốc giáo gái
    trai đọc dân con sĩ ái ai đơn bè yêu khu ấp thôn xã phường`),
);
const NO_NAME = new Set(['chú ý'].map(nameKey));
/** Before a name that begins with a capital address and does nothing it is that of a place: khu phố Ông Hường. */
const PLACES = new Set(wordsOf('phố ấp thôn'));
/** Words of two syllables that end as somebody is addressed. */
const NO_ADDRESS = new Set(
  ['công cụ', 'dụng cụ', 'nông cụ', 'ngư cụ', 'nhạc cụ', 'giáo cụ', 'đạo cụ', 'ghi chú'].map(nameKey),
);

/** Women and men whom texts tell of by a given name alone, behind who is addressed: chị Lan, Ms Hoa. `places`: keys of names of communes. */
export function calledNames(texts: readonly string[], places: ReadonlySet<string> = new Set()): WrittenName[] {
  const found = new Map<string, WrittenName>();
  for (const text of texts)
    for (const run of capitalRuns(text)) {
      const called = calledIn(run, places);
      if (called && found.size < CALLED_MAX && !found.has(called.key)) found.set(called.key, called);
    }
  return [...found.values()];
}

function calledIn({ words, keys, before, behind = '' }: Run, places: ReadonlySet<string>): WrittenName | null {
  const isGiven = (from: number) => keys.length > from && keys.length - from <= GIVEN_MAX;
  const isBefore = isAddress(before.at(-1)) && isGiven(0);
  const at = isBefore ? -1 : keys.findIndex((each, place) => isAddress(each) && isGiven(place + 1));
  const address = isBefore ? before.at(-1) : keys[at];
  const given = keys.slice(at + 1);
  if (isBefore && NO_ADDRESS.has(before.slice(-2).join(' '))) return null;
  const isPlace = at === 0 && ((PLACES.has(before.at(-1) ?? '') && !isDeed(behind)) || PLACES_BEHIND.has(behind));
  if (isPlace || !isAddress(address) || (isAddress(given[0]) && given.join(' ') !== 'anh')) return null;
  const key = [address, ...given].join(' ');
  if (
    NO_GIVEN.has(given[0] ?? '') ||
    NO_NAME.has(key) ||
    places.has(given.join(' ')) ||
    /^[a-zđ]$/.test(given[0] ?? '')
  )
    return null;
  const spoken = ENGLISH.has(address) ? address.charAt(0).toUpperCase() + address.slice(1) : address;
  return { name: [spoken, ...words.slice(at + 1)].join(' '), key };
}

/** A given name without the word that addresses whoever bears it. */
export const givenOf = ({ key }: Pick<WrittenName, 'key'>) =>
  isAddress(key.split(' ', 1)[0]) ? key.slice(key.indexOf(' ') + 1) : key;

/** Whether somebody is named in full whose given name it is, with marks or without: of her is asked already. */
export function isNamedInFull(key: string, names: readonly WrittenName[]): boolean {
  const given = givenOf({ key });
  return names.some((name) =>
    [name.key, searchKey(name.key)].some((each) => each === given || each.endsWith(` ${given}`)),
  );
}

import { nameKey, wordsOf } from '@/domain/people/name';
import { searchKey } from '@/domain/texts/clean-text';

/** Behind one of these another name has begun: Nguyễn Thị Hoa Trần Thị Mai. */
const MIDDLE = new Set(wordsOf('thị văn thi van'));

type Word = { word: string; key: string; joined: boolean };

/**
 * Whether words say a full name, with marks or without, by itself: no word with a capital follows it, which would make it somebody else's. All in
 * capitals no longer name is told.
 */
export function saysName(words: string, name: string): boolean {
  const own = wordsIn(name).map(({ key }) => [key, searchKey(key)]);
  const said = wordsIn(words);
  return (
    own.length > 0 &&
    said.some(
      (_, at) =>
        own.every((forms, place) => forms.includes(said[at + place]?.key ?? '')) && !goesOn(said, at, own.length),
    )
  );
}

/** `joined`: nothing but blanks stand between it and the word before it. */
function wordsIn(words: string): Word[] {
  const found: Word[] = [];
  let joined = false;
  for (const [piece] of words.normalize('NFC').matchAll(/[\p{L}\p{M}\p{N}]+|[^\p{L}\p{M}\p{N}]+/gu))
    if (/^[\p{L}\p{M}\p{N}]/u.test(piece)) {
      found.push({ word: piece, key: nameKey(piece), joined });
      joined = true;
    } else joined = /^[ \u00a0]+$/.test(piece);
  return found;
}

function goesOn(said: readonly Word[], at: number, length: number): boolean {
  const [last, next, behind] = said.slice(at + length - 1);
  const isName = next?.joined && /^\p{Lu}\p{Ll}+$/u.test(next.word) && !MIDDLE.has(behind?.key ?? '');
  return Boolean(isName && last && /^\p{Lu}\p{Ll}*$/u.test(last.word));
}

import { z } from 'zod';
import { INVISIBLE } from '@/domain/texts/clean-text';
import { line } from '@/domain/texts/text';

/** Vowels whose tone mark the older way of writing puts on the second letter: hoà, thuý. */
const PLACED: Record<string, string> = {
  oà: 'òa',
  oá: 'óa',
  oả: 'ỏa',
  oã: 'õa',
  oạ: 'ọa',
  oè: 'òe',
  oé: 'óe',
  oẻ: 'ỏe',
  oẽ: 'õe',
  oẹ: 'ọe',
  uỳ: 'ùy',
  uý: 'úy',
  uỷ: 'ủy',
  uỹ: 'ũy',
  uỵ: 'ụy',
};

/**
 * The key under which two spellings of one name are equal: NFC and NFD, Đ and Ð (U+00D0), hòa and hoà, capitals, blanks.
 * Hoa and Hòa stay two names. The same folding as the database's `app.name_key`.
 */
export const nameKey = (name: string): string =>
  name
    .normalize('NFC')
    .toLowerCase()
    .replace(/ð/g, 'đ')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/o[àáảãạèéẻẽẹ]|u[ỳýỷỹỵ]/g, (vowels) => PLACED[vowels] ?? vowels);

export const wordsOf = (name: string): string[] => nameKey(name).split(' ').filter(Boolean);

/** Equal for "Đỗ Thị Hòa" and "Hòa Đỗ Thị": the words of a name in the order of their letters, as `app.name_bag`. */
export const nameBag = (name: string): string => wordsOf(name).sort(byCodePoint).join(' ');

const byCodePoint = (one: string, other: string) => (one < other ? -1 : one > other ? 1 : 0);

/**
 * A full name from a form: one line, single blanks. The Icelandic Ð (U+00D0), which looks like the Vietnamese Đ and comes
 * out of old keyboards, becomes Đ.
 */
export const nameInput = line(2, 80)
  .refine((name) => !INVISIBLE.test(name), 'not-a-name')
  .transform((name) => name.replace(/Ð/g, 'Đ').replace(/ð/g, 'đ').replace(/\s+/gu, ' ').trim())
  .pipe(z.string().min(2, 'too-short').regex(/\p{L}/u, 'not-a-name').regex(/^\D*$/u, 'not-a-name'));

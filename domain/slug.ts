import slugify from '@sindresorhus/slugify';

const LETTERS_MAX = 80;

/**
 * Words as an address holds them: "Chị Vân học AI" → "chi-van-hoc-ai", as many whole ones as there is room for. Empty where no letter and no
 * digit is among them.
 */
export function slugOf(words: string): string {
  const whole = slugify(words.normalize('NFC'), { decamelize: false });
  if (whole.length <= LETTERS_MAX) return whole;
  const end = whole.lastIndexOf('-', LETTERS_MAX);
  return whole.slice(0, end > 0 ? end : LETTERS_MAX);
}

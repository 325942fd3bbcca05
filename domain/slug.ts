import slugify from '@sindresorhus/slugify';

const LETTERS_MAX = 80;

/** Words as an address holds them: "Chị Vân học AI" → "chi-van-hoc-ai". Empty where no letter and no digit is among them. */
export const slugOf = (words: string): string =>
  slugify(words.normalize('NFC'), { decamelize: false }).slice(0, LETTERS_MAX).replace(/-+$/, '');

import { z } from 'zod';

/**
 * What a form says of its English text: that it follows the Vietnamese one beside it, that it does not yet, or nothing, and then it does
 * if it was changed.
 */
export const followings = ['by-itself', 'follows', 'behind'] as const;
export type Following = (typeof followings)[number];
export const followingInput = z.enum(followings).default('by-itself');

/** Whether English follows the Vietnamese words it is saved with; null where nothing was said and nothing of it changed. */
export const followsNow = (said: Following, englishChanged: boolean): boolean | null =>
  said === 'by-itself' ? englishChanged || null : said === 'follows';

type Text = { locale: string; sha256: Uint8Array | null; translatedFromSha: Uint8Array | null };

/** Whether the English text of an edition follows other words than the Vietnamese one beside it; a language that is missing is behind nothing. */
export function isBehind(texts: readonly Text[]): boolean {
  const of = (locale: string) => texts.find((text) => text.locale === locale);
  const [vi, en] = [of('vi'), of('en')];
  return Boolean(vi && en) && hexOf(vi?.sha256) !== hexOf(en?.translatedFromSha);
}

const hexOf = (bytes: Uint8Array | null | undefined) => bytes && Buffer.from(bytes).toString('hex');

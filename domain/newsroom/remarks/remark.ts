import { z } from 'zod';
import { idInput } from '@/domain/id';
import { type Locale, locales } from '@/domain/locale';
import { line, prose } from '@/domain/texts/text';

/** As many open remarks as anybody works off: who finds more has the article returned. */
export const REMARKS_MAX = 100;
export const REMARK_MAX = 2_000;
export const QUOTE_MAX = 200;
/** Of one text: more passages than a text has room for. */
const PASSAGES_MAX = 9_999;

/** As many signs of words as a quote holds. A sign of two halves is one, and is not cut in two. */
export const firstSigns = (words: string): string =>
  Array.from(words.slice(0, 2 * QUOTE_MAX))
    .slice(0, QUOTE_MAX)
    .join('');

/** To which passage, counted from the head of the text, and which words of it: all its first words, or those she chose. */
export const remarkInput = z.object({
  articleId: idInput,
  locale: z.enum(locales),
  passage: z.coerce.number().int().min(0).max(PASSAGES_MAX),
  quote: line(1, QUOTE_MAX),
  text: prose(1, REMARK_MAX),
});
export type RemarkInput = z.output<typeof remarkInput>;

export const resolveInput = z.object({ articleId: idInput, remarkId: idInput });
export type ResolveInput = z.output<typeof resolveInput>;

/** An open remark: to what, what is said, by whom and when, and of which edition it was. */
export type Remark = {
  id: string;
  locale: Locale;
  passage: number;
  quote: string;
  text: string;
  by: string;
  at: Date;
  edition: number;
};

export type OpenRemarks = {
  remarks: Remark[];
  /** she writes in the article, so it is hers to say that they are done with */
  resolvable: boolean;
};
export const noRemarks: OpenRemarks = { remarks: [], resolvable: false };

export const remarksIn = (remarks: readonly Remark[], locale: Locale) =>
  remarks.filter((remark) => remark.locale === locale);

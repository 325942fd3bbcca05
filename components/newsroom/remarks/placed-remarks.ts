import type { FormAction } from '@/components/ui/forms/form-state';
import type { ArticleDraft } from '@/domain/articles/draft';
import type { PictureWords } from '@/domain/articles/pictures/text-picture';
import type { Remark } from '@/domain/newsroom/remarks/remark';
import type { Locale } from '@/i18n/locales';

export type RemarkActions = Record<'remarkOnArticle' | 'resolveRemark', FormAction>;

/** `isGone`: the passage of the address is there no more, and the head of the text stands for it. */
type Asked = { passage: number; quote: string; isGone: boolean; address: AskedRemark };

/** The remarks on one text, each by the passage where it stands today, and what she may do with them. */
export type PlacedRemarks = {
  article: ArticleDraft;
  locale: Locale;
  passages: readonly string[];
  /** what pictures show, for passages that are one */
  told: PictureWords;
  remarks: { at: ReadonlyMap<number, Remark[]>; gone: readonly Remark[] };
  resolvable: boolean;
  /** to what she wants to say something: a passage, or words of it */
  asked: Asked | null;
  actions: RemarkActions;
};

export const passageId = (at: number) => `doan-${at}`;

type AskedRemark = { passage: number; words?: string };

/** The page of the article with the form below a passage. */
export const remarkAddress = (articleId: string, locale: Locale, { passage, words }: AskedRemark) =>
  `/admin/articles/${articleId}?${new URLSearchParams({ lang: locale, remark: String(passage), ...(words && { words }) })}#${passageId(passage)}`;

/** The page of the article at a passage. */
export const passageAddress = (articleId: string, locale: Locale, at: number | null) =>
  `/admin/articles/${articleId}?lang=${locale}#${at === null ? 'gone' : passageId(at)}`;

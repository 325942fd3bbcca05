import { oneOf } from '@/app/address';
import { readKey } from '@/domain/page';
import type { Locale } from '@/i18n/locales';
import { articlesPath } from '../../asked';

/** Texts of which language, and which two of them are compared. */
export type Asked = { lang: Locale; from?: string; to?: string; after?: string };

export function askedOf(query: Record<string, string | string[] | undefined>): Asked {
  const [from, to, after] = [query.from, query.to, query.after].map((said) => readKey(oneOf(said)));
  return {
    lang: oneOf(query.lang) === 'en' ? 'en' : 'vi',
    ...(from && { from }),
    ...(to && { to }),
    ...(after && { after }),
  };
}

export const addressOf = (articleId: string, asked: Asked) =>
  `${articlesPath}/${articleId}/versions?${new URLSearchParams(asked)}`;

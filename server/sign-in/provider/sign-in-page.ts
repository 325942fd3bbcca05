import type { Locale } from '@/domain/locale';
import { hrefTo } from '@/i18n/routes';

type Way = { to: string; locale: Locale };

/** The page on which she tries again, which says why where something went wrong, and knows where she wanted to go. */
export const signInPage = ({ to, locale }: Way, error?: string): string =>
  `${hrefTo(locale, 'signIn')}?${new URLSearchParams({ ...(error && { error }), callbackUrl: to })}`;

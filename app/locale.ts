import { setRequestLocale } from 'next-intl/server';
import { type Locale, localeAsked } from '@/i18n/locales';

/** The language of a public page, said once to everything that is drawn on it. */
export async function localeOf(params: Promise<{ locale: string }>): Promise<Locale> {
  const { locale } = await params;
  const known = localeAsked(locale);
  setRequestLocale(known);
  return known;
}

import { setRequestLocale } from 'next-intl/server';
import { defaultLocale, isLocale, type Locale } from '@/i18n/locales';

/** The language of a public page, said once to everything that is drawn on it. */
export async function localeOf(params: Promise<{ locale: string }>): Promise<Locale> {
  const { locale } = await params;
  const known = isLocale(locale) ? locale : defaultLocale;
  setRequestLocale(known);
  return known;
}

import type { useTranslations } from 'next-intl';
import type { Locale } from '@/i18n/locales';

/** The name of a language: the portal's own word where there is one, else that of the dictionary at hand. */
export function languageWord(t: ReturnType<typeof useTranslations<never>>, locale: Locale, code: string): string {
  const key = `people.language.${code}` as 'people.language.vi';
  return t.has(key) ? t(key) : (new Intl.DisplayNames([locale], { type: 'language' }).of(code) ?? code);
}

import { type Locale, otherLocale } from '@/i18n/locales';

export const languageNames: Record<Locale, string> = { vi: 'Tiếng Việt', en: 'English' };

type LanguageSwitchProps = { locale: Locale; twin: string; className?: string };

/** Leads to this very page in the other language, and names it in that language. */
export function LanguageSwitch({ locale, twin, className = '' }: LanguageSwitchProps) {
  const other = otherLocale(locale);
  return (
    <a href={twin} hrefLang={other} lang={other} className={className}>
      {languageNames[other]}
    </a>
  );
}

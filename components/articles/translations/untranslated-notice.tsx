import { useTranslations } from 'next-intl';
import { Icon } from '@/components/ui/icon';
import { type Locale, otherLocale } from '@/i18n/locales';

/** Says on a page of a language that what follows is in the other one; `href`: where it stands there. */
export function UntranslatedNotice({ locale, href }: { locale: Locale; href: string }) {
  const t = useTranslations('translations.untranslated');
  return (
    <div className="school-grid flex max-w-[44em] flex-wrap items-center gap-x-6 gap-y-3 p-5">
      <p className="flex min-w-0 grow basis-60 items-start gap-3">
        <Icon name="globe" className="mt-1 flex-none" />
        <span className="min-w-0">
          <strong>{t('title')}</strong> {t('lead')}
        </span>
      </p>
      <a href={href} hrefLang={otherLocale(locale)} className="inline-flex min-h-11 items-center font-semibold">
        {t('open')}
      </a>
    </div>
  );
}

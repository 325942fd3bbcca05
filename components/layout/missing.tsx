import { useTranslations } from 'next-intl';
import { SearchForm } from '@/components/search/search-form';
import { ButtonLink } from '@/components/ui/button';
import { type Locale, otherLocale } from '@/i18n/locales';
import { hrefTo } from '@/i18n/routes';
import { LostTile } from './lost-tile';
import { PublicPage } from './site/public-page';

/** Says that there is no such page, as a page of its own: with a way to search and three ways on. */
export function Missing({ locale, demo }: { locale: Locale; demo: boolean }) {
  const t = useTranslations('layout');
  return (
    <PublicPage locale={locale} twin={hrefTo(otherLocale(locale), 'home')} demo={demo}>
      <div className="wrap section grid items-center gap-8 lg:grid-cols-[7fr_4fr] lg:gap-14">
        <div>
          <h1>{t('missing.title')}</h1>
          <p className="mt-4 mb-6 max-w-[31em] font-serif text-read">{t('missing.lead')}</p>
          <div className="school-grid max-w-[40rem] p-5">
            <SearchForm action={hrefTo(locale, 'search')} />
          </div>
          <p className="mt-6 flex flex-wrap gap-3">
            {(['trainings', 'stories', 'coverage'] as const).map((name) => (
              <ButtonLink key={name} href={hrefTo(locale, name)} compact>
                {t(`navigation.${name}`)}
              </ButtonLink>
            ))}
          </p>
        </div>
        <LostTile />
      </div>
    </PublicPage>
  );
}

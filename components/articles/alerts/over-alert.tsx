import { useTranslations } from 'next-intl';
import { SearchForm } from '@/components/search/search-form';
import { ButtonLink } from '@/components/ui/button';
import type { OverAlert as Over } from '@/domain/articles/alerts/alert';
import type { ArticleCard } from '@/domain/articles/article';
import { formatInstant } from '@/i18n/format';
import type { Locale } from '@/i18n/locales';
import { hrefTo } from '@/i18n/routes';
import { AlertBar } from './alert-bar';

type OverProps = { locale: Locale; over: Over; alerts: readonly ArticleCard[] };

/** What the address of an alert says after its end: what it warned of, since when no more, and what is warned of now. */
export function OverAlert({ locale, over: { title, told, at }, alerts }: OverProps) {
  const [t, ways] = [useTranslations('articles.alert'), useTranslations('layout.navigation')];
  return (
    <>
      <div className="wrap section pb-7 lg:pb-7">
        <h1>{t('over.title')}</h1>
        <p className="mt-2 text-ink-2">{t('over.since', { instant: formatInstant(locale, at) })}</p>
        <p className="mt-5">{t('over.what')}</p>
        <p className="max-w-[34em] font-semibold font-serif text-read" lang={told}>
          {title}
        </p>
        <p className="mt-3 max-w-[34em] font-serif text-read">{t('over.lead')}</p>
        <h2 className="mt-8">{t('label')}</h2>
        {alerts.length === 0 && <p className="mt-2">{t('over.none')}</p>}
      </div>
      <AlertBar locale={locale} alerts={alerts} />
      <div className="wrap section pt-7 lg:pt-7">
        <div className="school-grid max-w-[40rem] p-5">
          <SearchForm action={hrefTo(locale, 'search')} />
        </div>
        <p className="mt-6 flex flex-wrap gap-3">
          {(['news', 'guides', 'trainings'] as const).map((name) => (
            <ButtonLink key={name} href={hrefTo(locale, name)} compact>
              {ways(name)}
            </ButtonLink>
          ))}
        </p>
      </div>
    </>
  );
}

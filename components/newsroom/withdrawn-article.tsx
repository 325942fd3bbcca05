import { useTranslations } from 'next-intl';
import { SearchForm } from '@/components/search/search-form';
import { ButtonLink } from '@/components/ui/button';
import { dayOf } from '@/domain/days/day';
import { formatDay } from '@/i18n/format';
import type { Locale } from '@/i18n/locales';
import { hrefTo } from '@/i18n/routes';

type WithdrawnProps = { locale: Locale; notice: string; at: Date };

/** What the address of a withdrawn article says, since when, and where to go on. */
export function WithdrawnArticle({ locale, notice, at }: WithdrawnProps) {
  const [t, ways] = [useTranslations('newsroom.withdrawn'), useTranslations('layout.navigation')];
  return (
    <div className="wrap section">
      <h1>{t('title')}</h1>
      <p className="mt-2 text-ink-2">{t('since', { day: formatDay(locale, dayOf(at)) })}</p>
      <p className="mt-5 mb-7 max-w-[34em] whitespace-pre-wrap font-serif text-read">{notice}</p>
      <div className="school-grid max-w-[40rem] p-5">
        <SearchForm action={hrefTo(locale, 'search')} />
      </div>
      <p className="mt-6 flex flex-wrap gap-3">
        {(['news', 'stories', 'trainings'] as const).map((name) => (
          <ButtonLink key={name} href={hrefTo(locale, name)} compact>
            {ways(name)}
          </ButtonLink>
        ))}
      </p>
    </div>
  );
}

import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { ButtonLink } from '@/components/ui/button';
import type { Topic } from '@/domain/articles/article';
import type { PublishedSession } from '@/domain/trainings/session-view';
import type { Locale } from '@/i18n/locales';
import { hrefTo } from '@/i18n/routes';
import { SearchLinks } from './search-links';
import { SessionLeaves } from './session-leaves';

type NothingProps = {
  locale: Locale;
  question: string;
  isNarrowed: boolean;
  topics: readonly Topic[];
  next: PublishedSession | null;
  /** ways on from what was typed */
  children: ReactNode;
};

/** Nothing was found: why that may be, what other women learn, the next class, and whom to ask. */
export function NothingFound({ locale, question, isNarrowed, topics, next, children }: NothingProps) {
  const t = useTranslations('search.nothing');
  return (
    <>
      <p role="status" className="mb-2 font-bold font-serif text-h3">
        {t('title', { question })}
      </p>
      <p className="mb-8 max-w-[34em]">{isNarrowed ? t('narrowed') : t('hint')}</p>
      {children}
      <div className="grid gap-9 lg:grid-cols-2 lg:gap-16">
        {topics.length > 0 && (
          <SearchLinks locale={locale} title={t('topics')} words={topics.map(({ name }) => name)} />
        )}
        {next && (
          <section>
            <h2 className="mb-3">{t('next')}</h2>
            <SessionLeaves locale={locale} sessions={[next]} />
          </section>
        )}
        <section>
          <h2 className="mb-3">{t('ask')}</h2>
          <p className="mb-4 max-w-[34em]">{t('askText')}</p>
          <p className="flex flex-wrap gap-3">
            <ButtonLink href={hrefTo(locale, 'coverage')} icon="pin" compact>
              {t('communes')}
            </ButtonLink>
            <ButtonLink href={hrefTo(locale, 'topicWait')} icon="bell" compact>
              {t('tell')}
            </ButtonLink>
          </p>
        </section>
      </div>
    </>
  );
}

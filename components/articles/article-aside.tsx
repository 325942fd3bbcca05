import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { placeWords } from '@/components/trainings/place-words';
import { SeatsBadge } from '@/components/trainings/seats-badge';
import { timesWords } from '@/components/trainings/time-words';
import { ButtonLink, MoreLink } from '@/components/ui/button';
import { DateLeaf } from '@/components/ui/days/date-leaf';
import { DefinitionList } from '@/components/ui/definition-list';
import { DemoMark } from '@/components/ui/demo-mark';
import { Icon } from '@/components/ui/icon';
import { topicIcon } from '@/components/ui/topic-icon';
import { type ArticlePlace, type PublishedArticle, shelfOf } from '@/domain/articles/article';
import type { CommuneCoverage } from '@/domain/coverage/coverage';
import type { Day } from '@/domain/days/day';
import type { PublishedSession } from '@/domain/trainings/session-view';
import { bareName } from '@/domain/units/bare-name';
import { formatDay, formatNumber } from '@/i18n/format';
import type { Locale } from '@/i18n/locales';
import { hrefTo } from '@/i18n/routes';
import { usePlaceWords } from './place-words';

export const AsideSection = ({ title, children }: { title: string; children: ReactNode }) => (
  <section className="break-inside-avoid border-ink border-t-[3px] pt-4 pb-6">
    <h2 className="mb-2.5 font-bold font-sans text-[1.2rem]">{title}</h2>
    {children}
  </section>
);

type PlaceFactsProps = {
  locale: Locale;
  place: ArticlePlace;
  coverage: readonly CommuneCoverage[];
  models: number;
  day: Day;
  demo: boolean;
};

/** How the place of a story is doing: the same figures as on its own page, with their day. */
export function PlaceFacts({ locale, place, coverage, models, day, demo }: PlaceFactsProps) {
  const t = useTranslations('articles.facts');
  const states = useTranslations('coverage.states');
  const number = (value: number) => formatNumber(locale, value);
  const entries = coverage.map(({ level, state, percent, covered, units }) => ({
    term: t(`covered.${level}`),
    value: percent === null ? states(state) : t('of', { covered: number(covered), units: number(units) }),
  }));
  return (
    <AsideSection title={t(`in.${place.kind}`, { name: bareName(place.name) })}>
      <DefinitionList entries={[...entries, { term: t('models'), value: number(models) }]} />
      <p className="mt-2.5 flex flex-wrap items-center gap-x-3 gap-y-1 text-ink-2 text-sm">
        {t('asOf', { day: formatDay(locale, day) })}
        {demo && <DemoMark />}
      </p>
      <MoreLink href={hrefTo(locale, 'commune', { slug: place.slug })}>{t(`more.${place.kind}`)}</MoreLink>
    </AsideSection>
  );
}

/** A piece about several places leads to each of them. */
export function PlaceLinks({ locale, places }: { locale: Locale; places: readonly ArticlePlace[] }) {
  const t = useTranslations('articles.page');
  const { nameOf } = usePlaceWords();
  return (
    <AsideSection title={t('places')}>
      <ul>
        {places.map((place) => (
          <li key={place.code} className="flex items-center gap-2.5">
            <Icon name="pin" className="text-lotus" />
            <a href={hrefTo(locale, 'commune', { slug: place.slug })} className="inline-flex min-h-11 items-center">
              {nameOf(place)}
            </a>
          </li>
        ))}
      </ul>
    </AsideSection>
  );
}

type NextSessionProps = { locale: Locale; session: PublishedSession; here: boolean };

/** The next training of the place, or of the whole city where the place has none. */
export function NextSession({ locale, session, here }: NextSessionProps) {
  const t = useTranslations('articles.facts');
  const trainings = useTranslations('trainings');
  return (
    <AsideSection title={t(here ? 'sessionHere' : 'session')}>
      <div className="flex flex-wrap gap-4">
        <DateLeaf day={session.day} />
        <div className="min-w-[min(100%,9rem)] flex-1 text-ui">
          <p className="font-bold">{session.course.title}</p>
          <p className="mb-1.5">
            {timesWords(trainings, locale, session)}, {placeWords(trainings, session)}
          </p>
          <SeatsBadge locale={locale} session={session} />
        </div>
      </div>
      {session.demo && <DemoMark className="mt-3" />}{' '}
      <ButtonLink
        href={hrefTo(locale, 'session', { slug: session.slug })}
        variant="primary"
        className="mt-[18px] w-full"
      >
        {t('openSession')}
      </ButtonLink>
    </AsideSection>
  );
}

/** The topics of a piece: each leads to the other pieces of its kind. */
export function TopicLinks({ locale, article }: { locale: Locale; article: PublishedArticle }) {
  const t = useTranslations('articles.page');
  const list = shelfOf[article.kind];
  return (
    <div className="no-print">
      <AsideSection title={t('topics')}>
        <ul>
          {article.topics.map(({ code, name }) => (
            <li key={code} className="flex items-center gap-2.5">
              <Icon name={topicIcon(code)} size={28} className="text-lotus" />
              <a href={hrefTo(locale, list, {}, { topic: code })} className="inline-flex min-h-11 items-center">
                {name}
              </a>
            </li>
          ))}
        </ul>
      </AsideSection>
    </div>
  );
}

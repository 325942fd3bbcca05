import { useTranslations } from 'next-intl';
import { getTranslations } from 'next-intl/server';
import { Shell } from '@/app/shell';
import { capital, communeWords } from '@/components/trainings/place-words';
import { SessionDays } from '@/components/trainings/session-days';
import { SessionFilter } from '@/components/trainings/session-filter';
import { ButtonLink } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { Icon } from '@/components/ui/icon';
import { Pager } from '@/components/ui/pager';
import type { Day } from '@/domain/day';
import { listPublishedCourses, listPublishedSessions } from '@/domain/trainings/published-queries';
import { listPublishedCommunes } from '@/domain/units/queries';
import type { Commune } from '@/domain/units/unit';
import { formatMonth } from '@/i18n/format';
import type { Locale } from '@/i18n/locales';
import { hrefTo } from '@/i18n/routes';
import { type Asked, comingMonths, daysOf } from './asked';

/** Coming sessions, day by day: of the next four weeks, or of what was asked for. */
export async function TrainingsContent({ locale, asked }: { locale: Locale; asked: Asked }) {
  const [t, communes, courses] = await Promise.all([
    getTranslations('trainings'),
    listPublishedCommunes(),
    listPublishedCourses(locale),
  ]);
  const commune = communes.find(({ code }) => code === asked.commune);
  const course = courses.find(({ code }) => code === asked.topic);
  const { sessions, next } = await listPublishedSessions(locale, {
    ...daysOf(asked),
    communeId: commune?.id,
    courseCode: course?.code,
    after: asked.after,
  });
  const query = { commune: commune?.code, topic: course?.code, month: asked.month };
  const month = asked.month && formatMonth(locale, `${asked.month}-01` as Day);
  const what = [month ? t('month', { month }) : t('weeks'), commune && communeWords(t, commune), course?.title];
  return (
    <Shell locale={locale} route="trainings" query={query}>
      <div className="wrap section">
        <h1>{t('title')}</h1>
        <p className="mt-3 mb-8 max-w-[34em] font-serif text-read">{t('lead')}</p>
        <div className="grid items-start gap-9 lg:grid-cols-[minmax(0,1fr)_21rem] lg:gap-16">
          <div className="lg:col-start-2 lg:row-start-1">
            <SessionFilter
              action={hrefTo(locale, 'trainings')}
              communes={communes.map(({ code, name }) => ({ value: code, label: name }))}
              topics={courses.map(({ code, title }) => ({ value: code, label: title }))}
              months={comingMonths().map((first) => ({
                value: first.slice(0, 7),
                label: capital(formatMonth(locale, first)),
              }))}
              chosen={query}
            />
            <Subscribe locale={locale} commune={commune} />
          </div>
          <section className="min-w-0 lg:col-start-1 lg:row-start-1">
            <h2 className="mb-1">{t('upcoming')}</h2>
            <p className="mb-5 text-ink-2">
              {what.filter(Boolean).join(' · ')}
              {': '}
              {next ? t('foundMore', { count: sessions.length }) : t('found', { count: sessions.length })}
            </p>
            {sessions.length > 0 ? (
              <SessionDays locale={locale} sessions={sessions} />
            ) : (
              <None locale={locale} narrowed={Boolean(commune || course || asked.month)} />
            )}
            <Pager next={next && hrefTo(locale, 'trainings', {}, { ...query, after: next })} />
          </section>
        </div>
      </div>
    </Shell>
  );
}

function Subscribe({ locale, commune }: { locale: Locale; commune: Commune | undefined }) {
  const t = useTranslations('trainings.feed');
  const words = useTranslations('trainings');
  return (
    <p className="no-print mt-5">
      <a
        href={hrefTo(locale, 'calendar', {}, { commune: commune?.code })}
        className="inline-flex min-h-11 items-center gap-2 font-semibold"
      >
        <Icon name="calendar" />
        {t('subscribe', { commune: commune ? communeWords(words, commune) : t('province') })}
      </a>
    </p>
  );
}

function None({ locale, narrowed }: { locale: Locale; narrowed: boolean }) {
  const t = useTranslations('trainings.empty');
  if (!narrowed) return <EmptyState icon="calendar" title={t('none')} />;
  return (
    <EmptyState
      icon="calendar"
      title={t('title')}
      action={<ButtonLink href={hrefTo(locale, 'trainings')}>{t('action')}</ButtonLink>}
    >
      {t('text')}
    </EmptyState>
  );
}

import { useTranslations } from 'next-intl';
import { getTranslations } from 'next-intl/server';
import { markMissing } from '@/app/cache-tags';
import { AlertsHere } from '@/app/embedded/alerts-here';
import { Shell } from '@/app/shell';
import { communeWords } from '@/components/trainings/place-words';
import { ButtonLink } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { Segmented } from '@/components/ui/forms/segmented';
import { Icon, type IconName } from '@/components/ui/icon';
import { FoldedPart } from '@/components/ui/panels/fold';
import { type CalendarView, calendarViews } from '@/domain/calendar/calendar';
import type { Day } from '@/domain/days/day';
import { listPublishedCourses } from '@/domain/trainings/published/published-queries';
import { listPublishedCommunes } from '@/domain/units/queries';
import type { Locale } from '@/i18n/locales';
import { hrefTo } from '@/i18n/routes';
import { type Asked, dayLookedAt, hrefOf, type Narrowed, queryOf } from './asked';
import { CalendarSection } from './calendar-section';
import { ListSection } from './list-section';
import { MapSection } from './map-section';
import { TrainingsFilter } from './trainings-filter';

/** Trainings for everyone: as a list from today on, or by day, week and month. */
export async function TrainingsContent({ locale, asked: given }: { locale: Locale; asked: Asked }) {
  const [t, communes, courses] = await Promise.all([
    getTranslations('trainings'),
    listPublishedCommunes(),
    listPublishedCourses(locale),
  ]);
  const commune = communes.find(({ code }) => code === given.commune);
  const course = courses.find(({ code }) => code === given.topic);
  const asked = { ...given, commune: commune?.code, topic: course?.code };
  const unknown = (given.commune && !commune && 'commune') || (given.topic && !course && 'topic') || null;
  if (unknown) await markMissing();
  const section = { locale, asked, narrowed: { commune, course } };
  const isList = asked.view === 'list';
  const filter = <TrainingsFilter locale={locale} asked={asked} communes={communes} courses={courses} wide={!isList} />;
  const subscribe = <Subscribe locale={locale} {...section.narrowed} />;
  return (
    <Shell locale={locale} route="trainings" query={queryOf({ ...asked, after: undefined })}>
      {commune && <AlertsHere locale={locale} communes={[commune.slug]} />}
      <div className="wrap section">
        <h1>{t('title')}</h1>
        <p className="mt-3 mb-6 max-w-[34em] font-serif text-read">{t('lead')}</p>
        <Views locale={locale} asked={asked} />
        {isList ? (
          <div className="grid items-start gap-9 lg:grid-cols-[1fr_21rem] lg:gap-16">
            <div className="lg:col-start-2 lg:row-start-1">
              {filter}
              {subscribe}
            </div>
            <section className="min-w-0 lg:col-start-1 lg:row-start-1">
              {unknown ? <Unknown locale={locale} what={unknown} /> : <ListSection {...section} />}
            </section>
          </div>
        ) : (
          <>
            <FoldedPart summary={t('filter.label')} className="no-print mb-7">
              <div className="mt-2">{filter}</div>
            </FoldedPart>
            <section className="min-w-0">
              {unknown && <Unknown locale={locale} what={unknown} />}
              {!unknown && asked.view === 'map' && <MapSection {...section} />}
              {!unknown && asked.view !== 'map' && <CalendarSection {...section} />}
            </section>
            {subscribe}
          </>
        )}
      </div>
    </Shell>
  );
}

/** The address names what there is not: the whole province is no answer to that. */
function Unknown({ locale, what }: { locale: Locale; what: 'commune' | 'topic' }) {
  const t = useTranslations('trainings.filter');
  return (
    <EmptyState
      icon="pin"
      title={t(`unknown.${what}`)}
      action={<ButtonLink href={hrefTo(locale, 'trainings')}>{t('clear')}</ButtonLink>}
    >
      {t('unknown.text')}
    </EmptyState>
  );
}

const icons: Record<CalendarView, IconName> = {
  list: 'report',
  day: 'clock',
  week: 'calendar',
  month: 'calendar',
  map: 'pin',
};

/** The same trainings in another way; the time that is looked at stays. */
function Views({ locale, asked }: { locale: Locale; asked: Asked }) {
  const t = useTranslations('calendar.views');
  const hasTime = asked.view !== 'list' && asked.view !== 'map' && (asked.day || asked.month);
  const day: Day | undefined = hasTime ? dayLookedAt(asked) : undefined;
  return (
    <div className="no-print mb-8">
      <Segmented
        label={t('label')}
        segments={calendarViews.map((view) => ({
          href: hrefOf(locale, asked, view, view === 'list' || view === 'map' ? undefined : day),
          label: t(view),
          icon: icons[view],
          current: view === asked.view,
        }))}
      />
    </div>
  );
}

function Subscribe({ locale, commune, course }: Narrowed & { locale: Locale }) {
  const t = useTranslations('trainings.feed');
  const words = useTranslations('trainings');
  const wait = useTranslations('enrolments.wait');
  const place = commune ? communeWords(words, commune) : t('province');
  return (
    <p className="no-print mt-5 grid justify-items-start gap-2">
      <a
        href={hrefTo(locale, 'calendar', {}, { commune: commune?.code, topic: course?.code })}
        className="inline-flex min-h-11 items-center gap-2 font-semibold"
      >
        <Icon name="calendar" />
        {t('subscribe', { commune: course ? `${place}, ${course.title}` : place })}
      </a>
      <a
        href={hrefTo(locale, 'topicWait', {}, { commune: commune?.slug, course: course?.code })}
        className="inline-flex min-h-11 items-center gap-2 font-semibold"
      >
        <Icon name="bell" />
        {wait('link')}
      </a>
    </p>
  );
}

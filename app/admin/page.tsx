import type { Metadata } from 'next';
import { useTranslations } from 'next-intl';
import { getTranslations } from 'next-intl/server';
import { oneOf } from '@/app/address';
import { LivePage } from '@/app/admin/live-page';
import { FirstSteps } from '@/components/accounts/first-steps';
import { TodayList } from '@/components/attendance/today-list';
import { placeName } from '@/components/coverage/coverage-table';
import { WeekLines } from '@/components/digest/week-lines';
import { PageHead } from '@/components/layout/page-head';
import { ComingList } from '@/components/overview/coming-list';
import { DeedLinks } from '@/components/overview/deed-links';
import { TaskLedger } from '@/components/overview/task-ledger';
import { withoutLevel } from '@/components/overview/task-words';
import { LessonFigure } from '@/components/peer-lessons/lesson-figure';
import { ReportsAsked } from '@/components/reminders/reports/reports-asked';
import { DemoMark } from '@/components/ui/demo-mark';
import { EmptyState } from '@/components/ui/empty-state';
import { Segmented } from '@/components/ui/forms/segmented';
import { Link } from '@/components/ui/link';
import type { TodaySession } from '@/domain/attendance/today';
import { today } from '@/domain/days/day';
import { env } from '@/domain/ground/env';
import { givenName } from '@/domain/order';
import type { ComingSession } from '@/domain/overview/coming';
import type { Place, Scene } from '@/domain/overview/place';
import { formatWeekday } from '@/i18n/format';
import { requireViewer } from '@/server/sign-in/session';
import { AskedElsewhere, AskedOfHer } from './overview/asked';
import { deedsOf } from './overview/deeds';
import { Each } from './overview/each';
import { Figures } from './overview/figures';
import { loadOverview } from './overview/load';
import { NothingWaits } from './overview/nothing-waits';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('overview'))('title') };
}

/** The place of whoever is here, today: what is missing and waits there, how far it has come, and what comes next. */
export default async function OverviewPage({ searchParams }: PageProps<'/admin'>) {
  const [viewer, query] = await Promise.all([requireViewer(), searchParams]);
  const [t, page] = await Promise.all([getTranslations('overview'), loadOverview(viewer, oneOf(query.place))]);
  const { at, scene, chosen, places, own, coverage, lessons, tasks, classes, coming, steps, asked, reports } = page;
  const { elsewhere, week } = page;
  const idle =
    tasks.length + classes.length + asked.length + elsewhere.length + reports.length === 0 &&
    !steps &&
    viewer.grants.length > 0;
  return (
    <LivePage of={page}>
      <Head name={viewer.displayName} scene={scene} place={own} places={places} locale={viewer.locale} />
      {viewer.grants.length === 0 && <EmptyState title={t('noRole')} />}
      <DeedLinks deeds={deedsOf(at, scene, chosen)} />
      <div className="place-grid">
        <div className="waits grid gap-6">
          {steps && <FirstSteps {...steps} mail={env.SMTP_URL !== undefined} />}
          <ReportsAsked asked={reports} />
          {own && <AskedOfHer locale={viewer.locale} place={own} asked={asked} />}
          <AskedElsewhere locale={viewer.locale} places={places} asked={elsewhere} />
          {scene === 'classes' && <ClassesOfToday sessions={classes} />}
          {tasks.length > 0 && <TaskLedger tasks={tasks} now={new Date()} missing={own !== null} />}
          {idle && <NothingWaits viewer={at} />}
        </div>
        <div className="beside">
          {own && (
            <div className="grid gap-6 2xl:pt-5">
              <Figures locale={viewer.locale} place={own} coverage={coverage} />
              {lessons && <LessonFigure month={lessons} list={lessonsOf(own)} />}
              {week && <WeekLines facts={week} />}
            </div>
          )}
          {coming && (
            <ComingList sessions={shownOf(coming, classes)} wide={scene === 'province' || scene === 'classes'} />
          )}
        </div>
        {own && (
          <div className="each min-w-0">
            <Each locale={viewer.locale} scene={scene} place={own} coverage={coverage} />
          </div>
        )}
      </div>
    </LivePage>
  );
}

/** The list behind a figure: of a commune, or of a unit in it. */
const lessonsOf = ({ level, id }: Place) => `/admin/peer-lessons?${level === 'commune' ? 'commune' : 'unit'}=${id}`;

/** What stands among the classes of today is not told twice. */
const shownOf = (coming: ComingSession[], classes: TodaySession[]) =>
  coming.filter(({ id }) => !classes.some((each) => each.id === id));

type HeadProps = { name: string; scene: Scene; place: Place | null; places: Place[]; locale: 'vi' | 'en' };

function Head({ name, scene, place, places, locale }: HeadProps) {
  const t = useTranslations('overview');
  const coverage = useTranslations('coverage');
  const called = (unit: Place) =>
    unit.level === 'commune'
      ? placeName(coverage, { kind: unit.kind ?? 'commune', name: unit.name })
      : withoutLevel(unit.name);
  const title =
    place && scene !== 'province'
      ? t.rich('heads.place', { place: called(place), whole: (name) => <span className="inline-block">{name}</span> })
      : t(`heads.${place ? 'province' : scene === 'classes' ? 'classes' : 'work'}`);
  return (
    <>
      <PageHead
        above={
          <>
            {formatWeekday(locale, today())} · {t('hello', { name: givenName(name) })}
            {env.DEMO === 'on' && <DemoMark className="max-md:hidden" />}
          </>
        }
        title={title}
      />
      {places.length > 1 && (
        <div className="mb-4">
          <Segmented
            as={Link}
            label={t('places')}
            segments={places.map((each) => ({
              href: `/admin?place=${each.id}`,
              label: called(each),
              current: each.id === place?.id,
            }))}
          />
        </div>
      )}
    </>
  );
}

function ClassesOfToday({ sessions }: { sessions: TodaySession[] }) {
  const t = useTranslations('attendance.today');
  const overview = useTranslations('overview');
  return (
    <section>
      <h2 className="mb-3">{t('title')}</h2>
      {sessions.length > 0 ? <TodayList sessions={sessions} /> : <p>{overview('noClasses')}</p>}
    </section>
  );
}

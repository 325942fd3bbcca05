import type { Metadata } from 'next';
import { useTranslations } from 'next-intl';
import { getTranslations } from 'next-intl/server';
import { FirstSteps } from '@/components/accounts/first-steps';
import { TodayList } from '@/components/attendance/today-list';
import { PageHead } from '@/components/layout/page-head';
import { ComingSessions } from '@/components/trainings/coming-sessions';
import { ButtonLink } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { Link } from '@/components/ui/link';
import { Ledger } from '@/components/ui/tables/ledger';
import { mayAnywhere, mayForProvince } from '@/domain/access/access';
import type { Viewer } from '@/domain/access/viewer';
import { findFirstSteps } from '@/domain/accounts/first-step-queries';
import type { TodaySession } from '@/domain/attendance/today';
import { listToday } from '@/domain/attendance/today-queries';
import { listCoverage } from '@/domain/coverage/queries';
import { today } from '@/domain/days/day';
import { env } from '@/domain/ground/env';
import { givenName } from '@/domain/order';
import { listSessions } from '@/domain/trainings/queries';
import type { SessionSummary } from '@/domain/trainings/session-view';
import { formatInstant, formatNumber, formatWeekday } from '@/i18n/format';
import { requireViewer } from '@/server/sign-in/session';
import { CoverageHere } from './coverage-here';
import { NothingWaits } from './nothing-waits';
import { type Task, tasksOf } from './tasks';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('overview'))('title') };
}

const SESSIONS_MAX = 5;

/** The tasks of whoever is here. */
export default async function OverviewPage() {
  const viewer = await requireViewer();
  const coverage = mayAnywhere(viewer, 'coverage.see') ? listCoverage(viewer, today()) : Promise.resolve([]);
  const [t, classes, rows, tasks, coming, steps] = await Promise.all([
    getTranslations('overview'),
    listToday(viewer),
    coverage,
    tasksOf(viewer, coverage),
    mayAnywhere(viewer, 'trainings.see') ? listSessions(viewer, { when: 'coming', most: SESSIONS_MAX }) : null,
    findFirstSteps(viewer),
  ]);
  // whoever sees to the whole city has her own work first: the classes are those of the communes
  const wide = mayForProvince(viewer, 'attendance.take');
  return (
    <>
      <PageHead
        above={formatWeekday(viewer.locale, today())}
        title={t('hello', { name: givenName(viewer.displayName) })}
      />
      {viewer.grants.length === 0 && <EmptyState title={t('noRole')} />}
      <div className="grid gap-10 2xl:grid-cols-[minmax(0,1fr)_24rem]">
        <div className="grid content-start gap-8">
          {!wide && <ClassesOfToday sessions={classes} />}
          {steps && <FirstSteps {...steps} mail={env.SMTP_URL !== undefined} />}
          {tasks.length > 0 ? (
            <Tasks viewer={viewer} tasks={tasks} />
          ) : (
            viewer.grants.length > 0 && classes.length === 0 && !steps && <NothingWaits viewer={viewer} />
          )}
          {wide && <ClassesOfToday sessions={classes} />}
        </div>
        <aside className="grid content-start gap-8">
          <CoverageHere viewer={viewer} rows={rows} />
          {coming && <Week viewer={viewer} sessions={coming.sessions} />}
        </aside>
      </div>
    </>
  );
}

function ClassesOfToday({ sessions }: { sessions: TodaySession[] }) {
  const t = useTranslations('attendance.today');
  if (sessions.length === 0) return null;
  return (
    <section>
      <h2 className="mb-3">{t('title')}</h2>
      <TodayList sessions={sessions} />
    </section>
  );
}

function Tasks({ viewer, tasks }: { viewer: Viewer; tasks: Task[] }) {
  const t = useTranslations('overview.ledger');
  return (
    <Ledger
      title={t('title')}
      entries={tasks.map(({ name, count, href, deadline }) => ({
        key: name,
        count: formatNumber(viewer.locale, count),
        what: t(name, { count }),
        ...(deadline && { where: t('messagesBefore', { until: formatInstant(viewer.locale, deadline) }) }),
        action: (
          <ButtonLink as={Link} href={href} compact>
            {t(`do.${name}`)}
          </ButtonLink>
        ),
      }))}
    />
  );
}

function Week({ viewer, sessions }: { viewer: Viewer; sessions: SessionSummary[] }) {
  const t = useTranslations('overview.week');
  return (
    <section>
      <h2 className="mb-3">{t('title')}</h2>
      {sessions.length > 0 ? <ComingSessions locale={viewer.locale} sessions={sessions} /> : <p>{t('none')}</p>}
    </section>
  );
}

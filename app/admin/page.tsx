import type { Metadata } from 'next';
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
import { findFirstSteps } from '@/domain/accounts/first-step-queries';
import type { TodaySession } from '@/domain/attendance/today';
import { listToday } from '@/domain/attendance/today-queries';
import { listCoverage } from '@/domain/coverage/queries';
import { today } from '@/domain/days/day';
import { givenName } from '@/domain/order';
import { listSessions } from '@/domain/trainings/queries';
import { formatInstant, formatNumber, formatWeekday } from '@/i18n/format';
import { env } from '@/server/env';
import { requireViewer } from '@/server/sign-in/session';
import { CoverageHere } from './coverage-here';
import { NothingWaits } from './nothing-waits';
import { tasksOf } from './tasks';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('overview'))('title') };
}

/** The tasks of whoever is here. */
export default async function OverviewPage() {
  const viewer = await requireViewer();
  const coverage = mayAnywhere(viewer, 'coverage.see') ? listCoverage(viewer, today()) : Promise.resolve([]);
  const [t, classes, rows, tasks, coming, steps] = await Promise.all([
    getTranslations('overview'),
    listToday(viewer),
    coverage,
    tasksOf(viewer, coverage),
    mayAnywhere(viewer, 'trainings.see') ? listSessions(viewer, { when: 'coming' }) : null,
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
            <Ledger
              title={t('ledger.title')}
              entries={tasks.map(({ name, count, href, deadline }) => ({
                key: name,
                count: formatNumber(viewer.locale, count),
                what: t(`ledger.${name}`, { count }),
                ...(deadline && {
                  where: t('ledger.messagesBefore', { until: formatInstant(viewer.locale, deadline) }),
                }),
                action: (
                  <ButtonLink as={Link} href={href} compact>
                    {t(`ledger.do.${name}`)}
                  </ButtonLink>
                ),
              }))}
            />
          ) : (
            viewer.grants.length > 0 && classes.length === 0 && !steps && <NothingWaits viewer={viewer} />
          )}
          {wide && <ClassesOfToday sessions={classes} />}
        </div>
        <aside className="grid content-start gap-8">
          <CoverageHere viewer={viewer} rows={rows} />
          {coming && (
            <section>
              <h2 className="mb-3">{t('week.title')}</h2>
              {coming.sessions.length > 0 ? (
                <ComingSessions locale={viewer.locale} sessions={coming.sessions.slice(0, 5)} />
              ) : (
                <p>{t('week.none')}</p>
              )}
            </section>
          )}
        </aside>
      </div>
    </>
  );
}

async function ClassesOfToday({ sessions }: { sessions: TodaySession[] }) {
  const t = await getTranslations('attendance.today');
  if (sessions.length === 0) return null;
  return (
    <section>
      <h2 className="mb-3">{t('title')}</h2>
      <TodayList sessions={sessions} />
    </section>
  );
}

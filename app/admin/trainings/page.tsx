import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { getTranslations } from 'next-intl/server';
import { oneOf } from '@/app/address';
import { LivePage } from '@/app/admin/live-page';
import { ExportLinks } from '@/components/exports/export-links';
import { PageHead } from '@/components/layout/page-head';
import { TrainingParts } from '@/components/trainings/planning/training-parts';
import { SessionTable } from '@/components/trainings/session-table';
import { ButtonLink, MoreLink } from '@/components/ui/button';
import { DemoMark } from '@/components/ui/demo-mark';
import { EmptyState } from '@/components/ui/empty-state';
import { Link } from '@/components/ui/link';
import { Pager } from '@/components/ui/tables/pager';
import { mayAnywhere } from '@/domain/access/access';
import { keptThisMinute } from '@/domain/access/kept-queries';
import type { Viewer } from '@/domain/access/viewer';
import { listCourses } from '@/domain/trainings/form-queries';
import { listSessions } from '@/domain/trainings/queries';
import type { SessionSummary } from '@/domain/trainings/session-view';
import { requireViewer } from '@/server/sign-in/session';
import { askForUnit } from '../units/question';
import { type Asked, addressOf, askedOf, trainingsPath } from './asked';
import { CalendarSection } from './calendar-section';
import { SessionFilters } from './filters';
import { trainingParts } from './parts';
import { SessionsAbove } from './sessions-above';
import { Looks } from './views';

type Props = PageProps<'/admin/trainings'>;

export async function generateMetadata(): Promise<Metadata> {
  if (!mayAnywhere(await requireViewer(), 'trainings.see')) notFound();
  return { title: (await getTranslations('trainings'))('admin.title') };
}

export default async function TrainingsPage({ searchParams }: Props) {
  const viewer = await requireViewer();
  if (!mayAnywhere(viewer, 'trainings.see')) notFound();
  const query = await searchParams;
  const read = await keptThisMinute(viewer, `trainings ${JSON.stringify(query)}`, () => readAll(viewer, query));
  const { asked, place, courses, waiting, isLong, sessions, next } = read;
  const t = await getTranslations('trainings.admin');
  return (
    <LivePage of={read}>
      <PageHead
        above={[...waiting, ...sessions].some(({ demo }) => demo) && <DemoMark />}
        title={t('title')}
        lead={t('lead')}
        actions={<Actions viewer={viewer} />}
      />
      <TrainingParts current="sessions" offered={trainingParts(viewer)} />
      {waiting.length > 0 && <Waiting sessions={waiting} isLong={isLong} />}
      <Looks viewer={viewer} asked={asked} />
      <SessionFilters asked={asked} place={place} courses={courses} />
      {asked.view === 'list' ? (
        <Sessions viewer={viewer} when={asked.when} sessions={sessions} />
      ) : (
        <CalendarSection viewer={viewer} asked={asked} view={asked.view} />
      )}
      <Pager as={Link} next={next && addressOf({ ...asked, after: next })} />
      <Feeds />
      <SessionsAbove viewer={viewer} />
      {sessions.length > 0 && <ExportLinks address={addressOf(asked)} />}
    </LivePage>
  );
}

/** The sessions that are asked for, and what the page asks beside them. */
async function readAll(viewer: Viewer, query: Awaited<Props['searchParams']>) {
  const place = await askForUnit(viewer, { permission: 'trainings.see', levels: ['commune'] }, query.commune);
  const asked = { ...askedOf(query), communeId: place.id };
  const after = oneOf(query.after);
  const [courses, lists] = await Promise.all([
    listCourses(viewer),
    asked.view === 'list' ? listsOf(viewer, asked, after) : nothing,
  ]);
  return { asked, place: place.question, courses, ...lists };
}

const nothing = { waiting: [], isLong: false, sessions: [], next: null };

/** Sessions that she has to decide on come first, in a list of their own, as long as she looks for nothing else. */
async function listsOf(viewer: Viewer, asked: Asked, after: string | undefined) {
  const isWhole =
    !asked.own && !asked.state && !asked.courseId && !asked.communeId && asked.when === 'coming' && !after;
  const decides = mayAnywhere(viewer, 'trainings.decide');
  if (!isWhole || !decides) return { waiting: [], isLong: false, ...(await listSessions(viewer, { ...asked, after })) };
  const [proposed, list] = await Promise.all([
    listSessions(viewer, { ...asked, state: 'proposed' }),
    listSessions(viewer, { ...asked, decided: true }),
  ]);
  return { waiting: proposed.sessions, isLong: proposed.next !== null, ...list };
}

function Waiting({ sessions, isLong }: { sessions: SessionSummary[]; isLong: boolean }) {
  const t = useTranslations('trainings.admin');
  return (
    <section className="mb-9">
      <h2 className="mb-3">{t('waiting')}</h2>
      <SessionTable caption={t('waiting')} sessions={sessions} />
      {isLong && (
        <MoreLink as={Link} href={addressOf({ view: 'list', when: 'coming', state: 'proposed' })}>
          {t('waitingAll')}
        </MoreLink>
      )}
    </section>
  );
}

/** Planning a series, and proposing a session. */
function Actions({ viewer }: { viewer: Viewer }) {
  const t = useTranslations('trainings.admin');
  const series = useTranslations('series');
  return (
    <>
      {mayAnywhere(viewer, 'trainings.decide') && (
        <ButtonLink as={Link} href={`${trainingsPath}/series/new`} icon="calendar">
          {series('form.open')}
        </ButtonLink>
      )}
      {mayAnywhere(viewer, 'trainings.propose') && (
        <ButtonLink as={Link} href={`${trainingsPath}/new`} variant="primary" icon="plus">
          {t('propose')}
        </ButtonLink>
      )}
    </>
  );
}

type SessionsProps = { viewer: Viewer; when: Asked['when']; sessions: SessionSummary[] };

function Sessions({ viewer, when, sessions }: SessionsProps) {
  const t = useTranslations('trainings.admin');
  if (sessions.length > 0)
    return <SessionTable caption={t(when === 'past' ? 'pastList' : 'comingList')} sessions={sessions} />;
  return (
    <EmptyState icon="calendar" title={t('none')}>
      {t(mayAnywhere(viewer, 'trainings.propose') ? 'noneText' : 'noneSeen')}
    </EmptyState>
  );
}

function Feeds() {
  const t = useTranslations('calendar.feeds');
  return (
    <p className="no-print mt-6">
      <MoreLink as={Link} href={`${trainingsPath}/calendars`}>
        {t('link')}
      </MoreLink>
    </p>
  );
}

import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { oneOf } from '@/app/address';
import { Conflicts } from '@/components/attendance/conflicts';
import { DeviceList } from '@/components/attendance/device-list';
import { HeldList } from '@/components/attendance/held-list';
import { RegisterTable } from '@/components/attendance/register-table';
import { Twins } from '@/components/attendance/twins';
import { PageHead } from '@/components/layout/page-head';
import { SessionStateBadge } from '@/components/trainings/session-state-badge';
import { type SessionTab, SessionTabs } from '@/components/trainings/session-tabs';
import { whenWords } from '@/components/trainings/time-words';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { ButtonLink } from '@/components/ui/button';
import { DemoMark } from '@/components/ui/demo-mark';
import { Icon } from '@/components/ui/icon';
import { Link } from '@/components/ui/link';
import { Notice } from '@/components/ui/notice';
import { tallyOf } from '@/domain/attendance/mark';
import type { RegisterSession } from '@/domain/attendance/register/register';
import { findRegister } from '@/domain/attendance/register/register-queries';
import { twinsOf } from '@/domain/attendance/roster/twin';
import { findSession } from '@/domain/trainings/queries';
import { formatNumber } from '@/i18n/format';
import { requireViewer } from '@/server/sign-in/session';
import { trainingsPath } from '../../asked';
import { sessionTabs } from '../tabs';
import { reviewAttendance, revokePhone, settleAttendance, uniteLines } from './actions';

type Props = PageProps<'/admin/trainings/[sessionId]/attendance'>;

const SAID = ['settled', 'united', 'accepted', 'refused', 'revoked', 'paper', 'paper-held'] as const;

async function load(params: Props['params']) {
  const viewer = await requireViewer();
  const { sessionId } = await params;
  const [register, session] = await Promise.all([findRegister(viewer, sessionId), findSession(viewer, sessionId)]);
  if (!register || !session || !sessionTabs(viewer, session).includes('attendance')) notFound();
  return { viewer, register, tabs: sessionTabs(viewer, session) };
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [{ register }, t] = await Promise.all([load(params), getTranslations('attendance.register')]);
  return { title: `${t('title')}: ${register.session.title}` };
}

export default async function AttendancePage({ params, searchParams }: Props) {
  const [{ viewer, register, tabs }, t, trainings, query] = await Promise.all([
    load(params),
    getTranslations('attendance.register'),
    getTranslations('trainings'),
    searchParams,
  ]);
  const { session, lines, held, devices, silent } = register;
  const said = SAID.find((each) => each === oneOf(query.said));
  const record = `${trainingsPath}/${session.id}`;
  const tally = tallyOf(lines);
  const counted = Object.fromEntries(
    Object.entries(tally).map(([name, count]) => [name, formatNumber(viewer.locale, count)]),
  );
  const next = nextAfterSettling(t, session, tally.conflict, tabs);
  const when = whenWords(trainings, viewer.locale, session);
  return (
    <>
      {said && (
        <Notice
          title={t(`done.${said}`)}
          action={said === 'settled' && next && <Link href={next.href}>{next.words}</Link>}
        />
      )}
      <PageHead
        above={
          <Breadcrumbs
            as={Link}
            crumbs={[
              { label: trainings('admin.title'), href: trainingsPath },
              { label: session.title, href: record },
              { label: t('title') },
            ]}
          >
            <SessionStateBadge state={session.state} />
            {session.demo && <DemoMark />}
          </Breadcrumbs>
        }
        title={session.title}
        lead={`${when}, ${session.place}. ${t(tally.conflict > 0 ? 'summaryDiffering' : 'summary', counted)}`}
        actions={
          <>
            {session.rights.take && (
              <ButtonLink href={`/admin/attendance#${session.id}`} compact icon="phone">
                {t('phone')}
              </ButtonLink>
            )}
            <ButtonLink href={`${record}/attendance/sheet`} compact icon="printer">
              {t('print')}
            </ButtonLink>
            {session.rights.type && (
              <ButtonLink as={Link} href={`${record}/attendance/paper`} compact icon="pencil">
                {t('type')}
              </ButtonLink>
            )}
          </>
        }
      />
      <SessionTabs sessionId={session.id} current="attendance" offered={tabs} />
      <div className="grid gap-9">
        <Conflicts sessionId={session.id} lines={lines} action={session.rights.settle ? settleAttendance : null} />
        {session.rights.settle && <Twins sessionId={session.id} twins={twinsOf(lines)} action={uniteLines} />}
        {held.length > 0 && <HeldList sessionId={session.id} bundles={held} action={reviewAttendance} />}
        <div>
          {silent > 0 && (
            <p className="mb-3 flex gap-2 font-semibold">
              <Icon name="phone" className="mt-0.5 flex-none" />
              {t('silent', { count: silent })}
            </p>
          )}
          <RegisterTable lines={lines} />
        </div>
        {devices.length > 0 && <DeviceList sessionId={session.id} devices={devices} action={revokePhone} />}
      </div>
    </>
  );
}

type Words = Awaited<ReturnType<typeof getTranslations<'attendance.register'>>>;

/** The page after a settled contradiction: the next one, then the report or the outcomes. */
function nextAfterSettling(t: Words, { id, state }: RegisterSession, left: number, tabs: SessionTab[]) {
  if (left > 0) return { href: '#conflicts', words: t('next.conflicts', { count: left }) };
  if (!tabs.includes('outcomes')) return null;
  const outcomes = `${trainingsPath}/${id}/outcomes`;
  return state === 'approved'
    ? { href: `${outcomes}/report`, words: t('next.report') }
    : { href: outcomes, words: t('next.outcomes') };
}

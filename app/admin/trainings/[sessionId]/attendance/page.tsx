import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { getTranslations } from 'next-intl/server';
import { cache } from 'react';
import { oneOf } from '@/app/address';
import { LivePage } from '@/app/admin/live-page';
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
import type { Viewer } from '@/domain/access/viewer';
import { tallyOf } from '@/domain/attendance/mark';
import type { Register, RegisterSession } from '@/domain/attendance/register/register';
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

const load = cache(async (sessionId: string) => {
  const viewer = await requireViewer();
  const [register, session] = await Promise.all([findRegister(viewer, sessionId), findSession(viewer, sessionId)]);
  if (!register || !session || !sessionTabs(viewer, session).includes('attendance')) notFound();
  return { viewer, register, tabs: sessionTabs(viewer, session) };
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [{ register }, t] = await Promise.all([load((await params).sessionId), getTranslations('attendance.register')]);
  return { title: `${t('title')}: ${register.session.title}` };
}

export default async function AttendancePage({ params, searchParams }: Props) {
  const [{ viewer, register, tabs }, query] = await Promise.all([load((await params).sessionId), searchParams]);
  const { session, lines, held, devices, silent } = register;
  const said = SAID.find((each) => each === oneOf(query.said));
  return (
    <LivePage>
      {said && <Said said={said} register={register} tabs={tabs} />}
      <Head viewer={viewer} register={register} />
      <SessionTabs sessionId={session.id} current="attendance" offered={tabs} />
      <div className="grid gap-9">
        <Conflicts sessionId={session.id} lines={lines} action={session.rights.settle ? settleAttendance : null} />
        {session.rights.settle && <Twins sessionId={session.id} twins={twinsOf(lines)} action={uniteLines} />}
        {held.length > 0 && <HeldList sessionId={session.id} bundles={held} action={reviewAttendance} />}
        <div>
          {silent > 0 && <SilentPhones count={silent} />}
          <RegisterTable lines={lines} />
        </div>
        {devices.length > 0 && <DeviceList sessionId={session.id} devices={devices} action={revokePhone} />}
      </div>
    </LivePage>
  );
}

function Head({ viewer, register: { session, lines } }: { viewer: Viewer; register: Register }) {
  const t = useTranslations('attendance.register');
  const trainings = useTranslations('trainings');
  const tally = tallyOf(lines);
  const counted = Object.fromEntries(
    Object.entries(tally).map(([name, count]) => [name, formatNumber(viewer.locale, count)]),
  );
  const when = whenWords(trainings, viewer.locale, session);
  return (
    <PageHead
      above={
        <Breadcrumbs
          as={Link}
          crumbs={[
            { label: trainings('admin.title'), href: trainingsPath },
            { label: session.title, href: `${trainingsPath}/${session.id}` },
            { label: t('title') },
          ]}
        >
          <SessionStateBadge state={session.state} />
          {session.demo && <DemoMark />}
        </Breadcrumbs>
      }
      title={session.title}
      lead={`${when}, ${session.place}. ${t(tally.conflict > 0 ? 'summaryDiffering' : 'summary', counted)}`}
      actions={<Actions session={session} />}
    />
  );
}

/** The ways into the register: by phone, on paper, and typed back from paper. */
function Actions({ session: { id, rights } }: { session: RegisterSession }) {
  const t = useTranslations('attendance.register');
  const path = `${trainingsPath}/${id}/attendance`;
  return (
    <>
      {rights.take && (
        <ButtonLink href={`/admin/attendance#${id}`} compact icon="phone">
          {t('phone')}
        </ButtonLink>
      )}
      <ButtonLink href={`${path}/sheet`} compact icon="printer">
        {t('print')}
      </ButtonLink>
      {rights.type && (
        <ButtonLink as={Link} href={`${path}/paper`} compact icon="pencil">
          {t('type')}
        </ButtonLink>
      )}
    </>
  );
}

/** Phones that have the list, and have sent nothing yet. */
function SilentPhones({ count }: { count: number }) {
  const t = useTranslations('attendance.register');
  return (
    <p className="mb-3 flex gap-2 font-semibold">
      <Icon name="phone" className="mt-0.5 flex-none" />
      {t('silent', { count })}
    </p>
  );
}

type SaidProps = { said: (typeof SAID)[number]; register: Register; tabs: SessionTab[] };

function Said({ said, register: { session, lines }, tabs }: SaidProps) {
  const t = useTranslations('attendance.register');
  const next = said === 'settled' && nextAfterSettling(t, session, tallyOf(lines).conflict, tabs);
  return <Notice title={t(`done.${said}`)} action={next && <Link href={next.href}>{next.words}</Link>} />;
}

type Words = ReturnType<typeof useTranslations<'attendance.register'>>;

/** The page after a settled contradiction: the next one, then the report or the outcomes. */
function nextAfterSettling(t: Words, { id, state }: RegisterSession, left: number, tabs: SessionTab[]) {
  if (left > 0) return { href: '#conflicts', words: t('next.conflicts', { count: left }) };
  if (!tabs.includes('outcomes')) return null;
  const outcomes = `${trainingsPath}/${id}/outcomes`;
  return state === 'approved'
    ? { href: `${outcomes}/report`, words: t('next.report') }
    : { href: outcomes, words: t('next.outcomes') };
}

import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { getTranslations } from 'next-intl/server';
import { oneOf } from '@/app/address';
import { LivePage } from '@/app/admin/live-page';
import { placeName } from '@/components/coverage/coverage-table';
import { PageHead } from '@/components/layout/page-head';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { ButtonLink } from '@/components/ui/button';
import { DemoMark } from '@/components/ui/demo-mark';
import { EmptyState } from '@/components/ui/empty-state';
import { Segmented } from '@/components/ui/forms/segmented';
import { Link } from '@/components/ui/link';
import { PrintButton } from '@/components/ui/print/print-button';
import { mayAnywhere } from '@/domain/access/access';
import type { Viewer } from '@/domain/access/viewer';
import { type MeetingMonth, meetingMonth, monthsBeside } from '@/domain/coverage/meeting/meeting';
import { env } from '@/domain/ground/env';
import { formatDay, formatMonth } from '@/i18n/format';
import { requireViewer } from '@/server/sign-in/session';
import { coveragePath } from '../view-path';
import { loadMeeting, type Meeting } from './load';
import { Changed, Needed, useRemindAll } from './parts';
import { meetingPath, projectedMeeting } from './path';

type Props = PageProps<'/admin/coverage/meeting'>;

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const viewer = await requireViewer();
  if (!mayAnywhere(viewer, 'coverage.see')) notFound();
  const { month } = meetingMonth(oneOf((await searchParams).month));
  return { title: (await getTranslations('coverage.meeting'))('title', { month: formatMonth(viewer.locale, month) }) };
}

/** One month for those who meet over it, on a sheet or two of paper: what changed since the month before, and who needs what. */
export default async function MeetingPage({ searchParams }: Props) {
  const viewer = await requireViewer();
  if (!mayAnywhere(viewer, 'coverage.see')) notFound();
  const month = meetingMonth(oneOf((await searchParams).month));
  const [meeting, t] = await Promise.all([loadMeeting(viewer, month), getTranslations('coverage')]);
  if (meeting.rows.length === 0) return <EmptyState icon="hexagon" title={t('admin.noneInReach')} />;
  return (
    <LivePage of={meeting} as={JSON.stringify(month)}>
      <article className="meeting">
        <Head viewer={viewer} month={month} meeting={meeting} />
        <section className="mb-6">
          <h2 className="mb-2">{t('meeting.changed')}</h2>
          <Changed viewer={viewer} meeting={meeting} />
        </section>
        <section>
          <NeedsHead viewer={viewer} meeting={meeting} />
          <Needed viewer={viewer} meeting={meeting} />
        </section>
      </article>
    </LivePage>
  );
}

type HeadProps = { viewer: Viewer; month: MeetingMonth; meeting: Meeting };

function Head({ viewer: { locale }, month: { month, day, earlier }, meeting }: HeadProps) {
  const t = useTranslations('coverage');
  const [only] = meeting.rows;
  const place = meeting.communeId && only ? `${placeName(t, only)} · ` : '';
  const { previous, next } = monthsBeside(month);
  const segment = (each: typeof month) => ({
    href: meetingPath(each),
    label: formatMonth(locale, each),
    current: each === month,
  });
  return (
    <>
      <PageHead
        above={
          <Breadcrumbs
            as={Link}
            crumbs={[
              { label: t('admin.title'), href: coveragePath },
              { label: t('meeting.title', { month: formatMonth(locale, month) }) },
            ]}
          >
            {env.DEMO === 'on' && <DemoMark />}
          </Breadcrumbs>
        }
        title={`${place}${t('meeting.title', { month: formatMonth(locale, month) })}`}
        lead={
          earlier
            ? t('meeting.lead', { from: formatDay(locale, earlier), to: formatDay(locale, day) })
            : t('meeting.leadFirst')
        }
        actions={
          <>
            <PrintButton>{t('meeting.print')}</PrintButton>
            <ButtonLink as={Link} href={projectedMeeting(day, earlier)} icon="hexagon" compact>
              {t('meeting.project')}
            </ButtonLink>
          </>
        }
      />
      <div className="no-print mb-5">
        <Segmented
          as={Link}
          label={t('meeting.months')}
          segments={[...(previous ? [segment(previous)] : []), segment(month), ...(next ? [segment(next)] : [])]}
        />
      </div>
    </>
  );
}

function NeedsHead({ viewer, meeting }: { viewer: Viewer; meeting: Meeting }) {
  const t = useTranslations('coverage.meeting');
  const all = useRemindAll({ viewer, meeting });
  return (
    <div className="mb-3 flex flex-wrap items-center justify-between gap-3">
      <h2>{t('needs')}</h2>
      {all && (
        <ButtonLink as={Link} href={all.href} icon="bell" compact>
          {all.words}
        </ButtonLink>
      )}
    </div>
  );
}

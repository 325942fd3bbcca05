import { randomUUID } from 'node:crypto';
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { getTranslations } from 'next-intl/server';
import { cache } from 'react';
import { oneOf } from '@/app/address';
import { LivePage } from '@/app/admin/live-page';
import { PageHead } from '@/components/layout/page-head';
import { RemindOfReports } from '@/components/reminders/reports/remind-of-reports';
import { RemindedReports } from '@/components/reminders/reports/reminded-reports';
import { periodName, periodWithin } from '@/components/reports/report-words';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { DemoMark } from '@/components/ui/demo-mark';
import { EmptyState } from '@/components/ui/empty-state';
import { Link } from '@/components/ui/link';
import { Notice } from '@/components/ui/notice';
import { mayForProvince } from '@/domain/access/access';
import { keptFor } from '@/domain/access/kept-queries';
import { today } from '@/domain/days/day';
import { periodFacts } from '@/domain/reminders/reports/report-facts';
import { findMissingReports } from '@/domain/reminders/reports/report-reminder-queries';
import { reportReminderText } from '@/i18n/reminder-words';
import { requireViewer } from '@/server/sign-in/session';
import { invitePath, reportsAddress, reportsPath } from '../address';
import { remindOfReports } from './actions';

type Props = PageProps<'/admin/reports/remind'>;

const load = cache(async (periodId: string) => {
  const viewer = await requireViewer();
  const read = await keptFor(viewer, `who has not reported ${periodId}`, () => findMissingReports(viewer, periodId));
  return { viewer, ...(read ?? notFound()) };
});

const loadAsked = async ({ searchParams }: Props) => load(oneOf((await searchParams).period) ?? '');

export async function generateMetadata(props: Props): Promise<Metadata> {
  await loadAsked(props);
  return { title: (await getTranslations('reminders.report'))('title') };
}

/** Who has not signed a report, in which words they are asked, and the one tap that asks all of them. */
export default async function RemindPage(props: Props) {
  const [{ viewer, period, missing, signers, resting }, query] = await Promise.all([
    loadAsked(props),
    props.searchParams,
  ]);
  const [t, reports] = await Promise.all([getTranslations('reminders.report'), getTranslations('reports')]);
  const isResting = (unitId: string) => (resting.get(unitId)?.again ?? '') > today();
  const signs = (unitId: string) => signers.some((signer) => signer.unitId === unitId);
  const name = periodName(reports, period);
  const list = reportsAddress({ kind: period.kind, periodId: period.id, year: Number(period.from.slice(0, 4)) });
  return (
    <LivePage>
      <Sent text={oneOf(query.sent)} />
      <PageHead
        above={
          <Breadcrumbs
            as={Link}
            crumbs={[
              { label: reports('title'), href: reportsPath },
              { label: name, href: list },
              { label: t('title') },
            ]}
          >
            {signers.some(({ demo }) => demo) && <DemoMark />}
          </Breadcrumbs>
        }
        title={t('heading', { period: periodWithin(reports, period) })}
        lead={t('lead')}
      />
      {missing.length === 0 && <EmptyState icon="report" title={t('none')} />}
      <RemindOfReports
        action={remindOfReports}
        askingId={randomUUID()}
        period={period}
        text={reportReminderText(viewer.locale, periodFacts(period))}
        missing={missing.filter(({ unitId }) => !isResting(unitId) && signs(unitId))}
        signers={signers}
      />
      <RemindedReports
        resting={missing.filter(({ unitId }) => isResting(unitId))}
        last={resting}
        nobody={missing.filter(({ unitId }) => !isResting(unitId) && !signs(unitId))}
        inviteAt={mayForProvince(viewer, 'accounts.invite') ? invitePath : null}
      />
    </LivePage>
  );
}

/** What was just done: how many were reminded, how many had been already, how many cannot be. */
function Sent({ text }: { text: string | undefined }) {
  const t = useTranslations('reminders.report');
  const found = /^(\d{1,3})-(\d{1,4})-(\d{1,3})-(\d{1,3})$/.exec(text ?? '');
  if (!found) return null;
  const [units = 0, people = 0, already = 0, nobody = 0] = found.slice(1).map(Number);
  return (
    <Notice title={t('sent', { units, people })}>
      {already > 0 && t('already', { count: already })} {nobody > 0 && t('left', { count: nobody })}
    </Notice>
  );
}

import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { cache } from 'react';
import { oneOf } from '@/app/address';
import { LivePage } from '@/app/admin/live-page';
import { absolute } from '@/app/metadata';
import { PageHead } from '@/components/layout/page-head';
import { DraftUnderWay } from '@/components/reports/report-under-way';
import { periodName } from '@/components/reports/report-words';
import { BesidePeriods } from '@/components/reports/summary/beside-periods';
import { HalfPage } from '@/components/reports/summary/half-page';
import { ShareText } from '@/components/reports/summary/share-text';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { Link } from '@/components/ui/link';
import { PrintButton } from '@/components/ui/print/print-button';
import { mayForProvince } from '@/domain/access/access';
import type { Viewer } from '@/domain/access/viewer';
import type { Summary } from '@/domain/reports/summary/summary';
import { findSummary } from '@/domain/reports/summary/summary-queries';
import { hrefTo } from '@/i18n/routes';
import { requireViewer } from '@/server/sign-in/session';
import { type AskedReports, remindPath, reportsAddress, reportsPath, summaryPath } from '../address';

type Props = PageProps<'/admin/reports/summary'>;

const load = cache(async (periodId: string | undefined) => {
  const viewer = await requireViewer();
  return { viewer, summary: (await findSummary(viewer, periodId)) ?? notFound() };
});

const loadAsked = async ({ searchParams }: Props) => load(oneOf((await searchParams).period));

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { summary } = await loadAsked(props);
  const t = await getTranslations('reports');
  return { title: t('summary.heading', { period: periodName(t, summary.period) }) };
}

/** Half a page of the city for a period, or for the last month that is over: what a chairwoman reads on her phone, prints, or shares. */
export default async function SummaryPage(props: Props) {
  const [{ viewer, summary }, t] = await Promise.all([loadAsked(props), getTranslations('reports')]);
  const { period, content } = summary;
  const name = periodName(t, period);
  const about = { kind: period.kind, periodId: period.id, year: Number(period.from.slice(0, 4)) };
  return (
    <LivePage>
      <PageHead
        above={
          <Breadcrumbs
            as={Link}
            crumbs={[
              { label: t('title'), href: reportsPath },
              { label: name, href: reportsAddress(about) },
              { label: t('summary.title') },
            ]}
          />
        }
        title={t('summary.heading', { period: name })}
        actions={<PrintButton>{t('summary.print')}</PrintButton>}
      />
      <BesidePeriods before={summary.before} after={summary.after} hrefOf={summaryPath} />
      {content ? (
        <Told viewer={viewer} summary={{ ...summary, content }} list={about} />
      ) : (
        <DraftUnderWay href={summaryPath(period.id)} />
      )}
    </LivePage>
  );
}

type ToldProps = { viewer: Viewer; summary: Summary; list: Partial<AskedReports> };

/** What it says, and the words in which it is shared. */
const Told = ({ viewer, summary, list }: ToldProps) => (
  <>
    <HalfPage
      summary={summary}
      remind={mayForProvince(viewer, 'reminders.remind') ? remindPath(summary.content.period.id) : null}
      accept={mayForProvince(viewer, 'reports.decide') ? reportsAddress({ ...list, state: 'submitted' }) : null}
    />
    <ShareText summary={summary} address={absolute(hrefTo(viewer.locale, 'coverage'))} />
  </>
);

import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { oneOf } from '@/app/address';
import { LivePage } from '@/app/admin/live-page';
import { Differences } from '@/components/jobs/differences';
import { JobTable } from '@/components/jobs/job-table';
import { PageHead } from '@/components/layout/page-head';
import { PushRounds } from '@/components/subscriptions/push-rounds';
import { Notice } from '@/components/ui/notice';
import { mayAnywhere } from '@/domain/access/access';
import { listUnseenDifferences } from '@/domain/coverage/comparison/comparison-queries';
import { jobNames } from '@/domain/jobs/job';
import { listJobs } from '@/domain/jobs/queries';
import { listPushRounds } from '@/domain/subscriptions/pushing/round-queries';
import { requireViewer } from '@/server/sign-in/session';
import { runNow, seeDifferences } from './actions';

export async function generateMetadata(): Promise<Metadata> {
  if (!mayAnywhere(await requireViewer(), 'jobs.see')) notFound();
  return { title: (await getTranslations('jobs'))('title') };
}

/** The portal's jobs: when each ran last, when it will next, and its last error. */
export default async function JobsPage({ searchParams }: PageProps<'/admin/jobs'>) {
  const viewer = await requireViewer();
  const jobs = (await listJobs(viewer)) ?? notFound();
  const [t, query, pushes] = await Promise.all([getTranslations('jobs'), searchParams, listPushRounds(viewer)]);
  const said = jobNames.find((name) => name === oneOf(query.said));
  return (
    <LivePage>
      {said && <Notice title={t('said', { name: t(`names.${said}`) })} />}
      <PageHead title={t('title')} lead={t('lead')} />
      <JobTable jobs={jobs} runNow={runNow} />
      {pushes && <PushRounds {...pushes} />}
      <Differences differences={await listUnseenDifferences(viewer)} see={seeDifferences} />
    </LivePage>
  );
}

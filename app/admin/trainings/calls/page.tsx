import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { oneOf } from '@/app/address';
import { LivePage } from '@/app/admin/live-page';
import { CallList } from '@/components/calls/call-list';
import { NextTrainingsLink } from '@/components/coverage/next-trainings/next-trainings-link';
import { PageHead } from '@/components/layout/page-head';
import { TrainingParts } from '@/components/trainings/planning/training-parts';
import { ButtonLink } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { Link } from '@/components/ui/link';
import { Notice } from '@/components/ui/notice';
import { mayAnywhere } from '@/domain/access/access';
import { listClosedCalls, listOpenCalls } from '@/domain/calls/queries';
import { requireViewer } from '@/server/sign-in/session';
import { trainingParts } from '../parts';
import { withdrawCall } from './actions';

type Props = PageProps<'/admin/trainings/calls'>;

const SAID = ['announced', 'withdrawn'] as const;

async function load() {
  const viewer = await requireViewer();
  return mayAnywhere(viewer, 'trainings.propose') ? viewer : notFound();
}

export async function generateMetadata(): Promise<Metadata> {
  await load();
  return { title: (await getTranslations('calls'))('title') };
}

export default async function CallsPage({ searchParams }: Props) {
  const viewer = await load();
  const [t, open, closed, query] = await Promise.all([
    getTranslations('calls'),
    listOpenCalls(viewer),
    listClosedCalls(viewer),
    searchParams,
  ]);
  const said = SAID.find((each) => each === oneOf(query.said));
  return (
    <LivePage>
      {said && <Notice title={t(`done.${said}`)} />}
      <PageHead
        title={t('title')}
        lead={t('lead')}
        actions={
          <>
            {mayAnywhere(viewer, 'trainings.call') && (
              <ButtonLink as={Link} href="/admin/trainings/calls/new" variant="primary" icon="plus">
                {t('announce')}
              </ButtonLink>
            )}
            <NextTrainingsLink />
          </>
        }
      />
      <TrainingParts current="calls" offered={trainingParts(viewer)} />
      <div className="grid gap-9">
        <section>
          <h2 className="mb-3">{t('list')}</h2>
          {open.length > 0 ? (
            <CallList calls={open} withdraw={withdrawCall} />
          ) : (
            <EmptyState icon="people" title={t('none')}>
              {t('noneText')}
            </EmptyState>
          )}
        </section>
        {closed.length > 0 && (
          <section>
            <h2 className="mb-3">{t('closed')}</h2>
            <CallList calls={closed} withdraw={withdrawCall} />
          </section>
        )}
      </div>
    </LivePage>
  );
}

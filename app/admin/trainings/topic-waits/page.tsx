import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { LivePage } from '@/app/admin/live-page';
import { NextTrainingsLink } from '@/components/coverage/next-trainings/next-trainings-link';
import { PageHead } from '@/components/layout/page-head';
import { TrainingParts } from '@/components/trainings/planning/training-parts';
import { EmptyState } from '@/components/ui/empty-state';
import { Link } from '@/components/ui/link';
import { mayAnywhere } from '@/domain/access/access';
import { mayLookAhead } from '@/domain/coverage/next-trainings/reach';
import { listTopicWaits } from '@/domain/enrolments/topic-waits/topic-wait-queries';
import { requireViewer } from '@/server/sign-in/session';
import { trainingsPath } from '../asked';
import { trainingParts } from '../parts';

async function load() {
  const viewer = await requireViewer();
  return mayAnywhere(viewer, 'enrolments.see-waits') ? viewer : notFound();
}

export async function generateMetadata(): Promise<Metadata> {
  await load();
  return { title: (await getTranslations('enrolments.waits'))('title') };
}

/** The wishes of women for a class, and from here the way to a session for them. */
export default async function TopicWaitsPage() {
  const viewer = await load();
  const [t, waits] = await Promise.all([getTranslations('enrolments.waits'), listTopicWaits(viewer)]);
  const proposes = mayAnywhere(viewer, 'trainings.propose');
  return (
    <LivePage>
      <PageHead title={t('title')} lead={t('lead')} actions={mayLookAhead(viewer) && <NextTrainingsLink />} />
      <TrainingParts current="topicWaits" offered={trainingParts(viewer)} />
      {waits.length === 0 ? (
        <EmptyState icon="calendar" title={t('none')}>
          {t('noneText')}
        </EmptyState>
      ) : (
        <ul className="max-w-4xl">
          {waits.map(({ courseId, title, women, communes }) => (
            <li key={courseId} className="border-rule border-t py-5">
              <h2 className="text-h3">{title}</h2>
              <p className="mb-2">{t('sum', { women, communes: communes.length })}</p>
              <ul className="grid gap-x-8 sm:grid-cols-2">
                {communes.map(({ id, name, women }) => (
                  <li key={id} className="flex flex-wrap items-center justify-between gap-x-4">
                    <span>{t('commune', { name, women })}</span>
                    {proposes && (
                      <Link
                        href={`${trainingsPath}/new?${new URLSearchParams({ commune: id, courseId })}`}
                        className="inline-flex min-h-11 flex-none items-center font-semibold"
                      >
                        {t('propose')}
                        <span className="sr-only">
                          : {title}, {name}
                        </span>
                      </Link>
                    )}
                  </li>
                ))}
              </ul>
            </li>
          ))}
        </ul>
      )}
    </LivePage>
  );
}

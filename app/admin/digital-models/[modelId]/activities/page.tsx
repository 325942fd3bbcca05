import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { oneOf } from '@/app/address';
import { LivePage } from '@/app/admin/live-page';
import { ActivityList } from '@/components/digital-models/activities/activity-list';
import { ButtonLink } from '@/components/ui/button';
import { Link } from '@/components/ui/link';
import { Pager } from '@/components/ui/tables/pager';
import { listActivities } from '@/domain/digital-models/activities/activity-queries';
import { requireViewer } from '@/server/sign-in/session';
import { modelsPath } from '../../asked';
import { loadModel } from '../load';
import { Below } from './below';

type Props = PageProps<'/admin/digital-models/[modelId]/activities'>;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { name } = await loadModel((await params).modelId);
  return { title: (await getTranslations('digital-models.activity'))('all', { name }) };
}

/** Everything a model ever did, with what was taken back and why. */
export default async function ActivitiesPage({ params, searchParams }: Props) {
  const [{ modelId }, query, viewer] = await Promise.all([params, searchParams, requireViewer()]);
  const model = await loadModel(modelId);
  const path = `${modelsPath}/${model.id}/activities`;
  const [t, { activities, next }] = await Promise.all([
    getTranslations('digital-models.activity'),
    listActivities(viewer, model.id, oneOf(query.after)),
  ]);
  return (
    <LivePage>
      <Below model={model} title={t('all', { name: model.name })}>
        <div className="max-w-3xl">
          {model.may.recordActivity && model.status !== 'ended' && (
            <p className="mb-6">
              <ButtonLink as={Link} href={`${modelsPath}/${model.id}#activity`}>
                {t('title')}
              </ButtonLink>
            </p>
          )}
          <ActivityList activities={activities} path={model.may.recordActivity ? path : undefined} />
          <Pager as={Link} next={next && `${path}?after=${next}`} />
        </div>
      </Below>
    </LivePage>
  );
}

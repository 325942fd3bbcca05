import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { LivePage } from '@/app/admin/live-page';
import { CorrectActivityForm, TakeBackActivityForm } from '@/components/digital-models/activities/activity-form';
import { Panel } from '@/components/ui/panels/panel';
import { today } from '@/domain/days/day';
import { findActivity } from '@/domain/digital-models/activities/activity-queries';
import { requireViewer } from '@/server/sign-in/session';
import { correctActivity, takeBackActivity } from '../../../actions';
import { modelsPath } from '../../../asked';
import { loadModel } from '../../load';
import { Below } from '../below';

type Props = PageProps<'/admin/digital-models/[modelId]/activities/[activityId]'>;

/** A viewer who may read the model but not record finds no such page; nobody does once the activity was taken back. */
async function load({ params }: Props) {
  const { modelId, activityId } = await params;
  const model = await loadModel(modelId);
  const activity = model.may.recordActivity ? await findActivity(await requireViewer(), modelId, activityId) : null;
  return activity ? { model, activity } : notFound();
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { model } = await load(props);
  return { title: (await getTranslations('digital-models.activity'))('correct', { name: model.name }) };
}

export default async function CorrectActivityPage(props: Props) {
  const { model, activity } = await load(props);
  const t = await getTranslations('digital-models.activity');
  return (
    <LivePage>
      <Below model={model} title={t('correct', { name: model.name })}>
        <div className="grid max-w-2xl gap-10">
          <CorrectActivityForm
            action={correctActivity}
            model={model}
            activity={activity}
            today={today()}
            back={`${modelsPath}/${model.id}`}
          />
          <Panel id="take-back" title={t('takeBack')}>
            <p className="mb-4 text-ink-2">{t('takeBackLead')}</p>
            <TakeBackActivityForm action={takeBackActivity} activity={activity} />
          </Panel>
        </div>
      </Below>
    </LivePage>
  );
}

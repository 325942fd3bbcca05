import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { oneOf } from '@/app/address';
import { LivePage } from '@/app/admin/live-page';
import { HouseholdForm } from '@/components/digital-models/households/household-form';
import { CandidateSearch } from '@/components/digital-models/people/candidate-search';
import { today } from '@/domain/days/day';
import { listCandidates } from '@/domain/digital-models/people/people-queries';
import { requireViewer } from '@/server/sign-in/session';
import { modelsPath } from '../../../asked';
import { ModelPage } from '../../model-page';
import { createHousehold } from '../actions';
import { loadFamilyToKeep } from '../load';

type Props = PageProps<'/admin/digital-models/[modelId]/households/new'>;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  await loadFamilyToKeep((await params).modelId);
  return { title: (await getTranslations('digital-models.households'))('new') };
}

export default async function NewHouseholdPage({ params, searchParams }: Props) {
  const [{ modelId }, query, viewer] = await Promise.all([params, searchParams, requireViewer()]);
  const model = await loadFamilyToKeep(modelId);
  const q = oneOf(query.q);
  const [t, { candidates, next }] = await Promise.all([
    getTranslations('digital-models'),
    listCandidates(viewer, { modelId: model.id, area: model.area, without: 'households', q }),
  ]);
  return (
    <LivePage>
      <ModelPage model={model} tab="households" title={t('households.new')}>
        <div className="max-w-2xl">
          <CandidateSearch action={`${modelsPath}/${model.id}/households/new`} q={q} />
          {next && <p className="mb-4 text-ink-2">{t('people.more')}</p>}
          {candidates.length > 0 ? (
            <HouseholdForm
              action={createHousehold}
              model={model}
              candidates={candidates}
              headId={candidates.find(({ id }) => id === oneOf(query.head))?.id}
              today={today()}
            />
          ) : (
            <p className="text-ink-2">{t('people.nobody')}</p>
          )}
        </div>
      </ModelPage>
    </LivePage>
  );
}

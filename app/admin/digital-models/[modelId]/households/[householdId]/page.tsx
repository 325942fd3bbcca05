import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { oneOf } from '@/app/address';
import { LivePage } from '@/app/admin/live-page';
import { HouseholdForm } from '@/components/digital-models/households/household-form';
import { CandidateSearch } from '@/components/digital-models/people/candidate-search';
import { today } from '@/domain/days/day';
import { findHousehold } from '@/domain/digital-models/households/household-queries';
import { listCandidates } from '@/domain/digital-models/people/people-queries';
import { tellApart } from '@/domain/people/namesakes/namesake-queries';
import { requireViewer } from '@/server/sign-in/session';
import { modelsPath } from '../../../asked';
import { ModelPage } from '../../model-page';
import { editHousehold } from '../actions';
import { loadFamilyToKeep } from '../load';

type Props = PageProps<'/admin/digital-models/[modelId]/households/[householdId]'>;

async function load({ params }: Pick<Props, 'params'>) {
  const { modelId, householdId } = await params;
  const model = await loadFamilyToKeep(modelId);
  const household = (await findHousehold(await requireViewer(), model.id, householdId)) ?? notFound();
  return { model, household };
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  await load(props);
  return { title: (await getTranslations('digital-models.households'))('editTitle') };
}

export default async function EditHouseholdPage(props: Props) {
  const [{ model, household }, query, viewer] = await Promise.all([load(props), props.searchParams, requireViewer()]);
  const q = oneOf(query.q);
  const living = household.members.map(({ personId: id, name }) => ({ id, name }));
  const [t, { candidates, next }, apart] = await Promise.all([
    getTranslations('digital-models'),
    listCandidates(viewer, { modelId: model.id, area: model.area, without: 'households', q }),
    tellApart(viewer, living),
  ]);
  const members = household.members.map((each) => ({ ...each, name: apart.get(each.personId) ?? each.name }));
  return (
    <LivePage>
      <ModelPage model={model} tab="households" title={t('households.editTitle')}>
        <div className="max-w-2xl">
          <CandidateSearch action={`${modelsPath}/${model.id}/households/${household.householdId}`} q={q} />
          {next && <p className="mb-4 text-ink-2">{t('people.more')}</p>}
          <HouseholdForm
            action={editHousehold}
            model={model}
            household={{ ...household, members }}
            candidates={candidates}
            today={today()}
          />
        </div>
      </ModelPage>
    </LivePage>
  );
}

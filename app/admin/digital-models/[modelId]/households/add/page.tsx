import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { oneOf } from '@/app/address';
import { LivePage } from '@/app/admin/live-page';
import { HouseholdsForm } from '@/components/digital-models/households/households-form';
import { CandidateSearch } from '@/components/digital-models/people/candidate-search';
import { MoreLink } from '@/components/ui/button';
import { Link } from '@/components/ui/link';
import { today } from '@/domain/days/day';
import { listHouseholdCandidates } from '@/domain/digital-models/households/household-candidate-queries';
import { requireViewer } from '@/server/sign-in/session';
import { modelsPath } from '../../../asked';
import { ModelPage } from '../../model-page';
import { addHouseholds } from '../actions';
import { loadFamilyToKeep } from '../load';

type Props = PageProps<'/admin/digital-models/[modelId]/households/add'>;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  await loadFamilyToKeep((await params).modelId);
  return { title: (await getTranslations('digital-models.households.many'))('title') };
}

/** Women of the host itself; of a group also those of its whole sub-association, when she asks for them. */
export default async function AddHouseholdsPage({ params, searchParams }: Props) {
  const [{ modelId }, query, viewer] = await Promise.all([params, searchParams, requireViewer()]);
  const model = await loadFamilyToKeep(modelId);
  const [q, wide] = [oneOf(query.q), oneOf(query.around) === 'all'];
  const area = wide ? model.area : (model.host?.path ?? model.area);
  const [t, found] = await Promise.all([getTranslations('digital-models'), listHouseholdCandidates(viewer, area, q)]);
  const path = `${modelsPath}/${model.id}/households`;
  const around = area !== model.area && (
    <p className="mb-4">
      <MoreLink as={Link} href={`${path}/add?around=all`}>
        {t('households.many.around')}
      </MoreLink>
    </p>
  );
  return (
    <LivePage>
      <ModelPage model={model} tab="households" title={t('households.many.title')}>
        <CandidateSearch action={`${path}/add`} q={q}>
          {wide && <input type="hidden" name="around" value="all" />}
        </CandidateSearch>
        {around}
        {found.candidates.length > 0 ? (
          <HouseholdsForm action={addHouseholds} model={model} found={found} today={today()} />
        ) : (
          <p className="text-ink-2">{t('households.many.nobody')}</p>
        )}
      </ModelPage>
    </LivePage>
  );
}

import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { oneOf } from '@/app/address';
import { LivePage } from '@/app/admin/live-page';
import { CandidateSearch } from '@/components/digital-models/people/candidate-search';
import { MembersForm } from '@/components/digital-models/people/members-form';
import { EmptyState } from '@/components/ui/empty-state';
import { Link } from '@/components/ui/link';
import { Pager } from '@/components/ui/tables/pager';
import { today } from '@/domain/days/day';
import { keepsMembers } from '@/domain/digital-models/digital-model';
import { listCandidates } from '@/domain/digital-models/people/people-queries';
import { requireViewer } from '@/server/sign-in/session';
import { modelsPath } from '../../../asked';
import { loadModel } from '../../load';
import { ModelPage } from '../../model-page';
import { addModelMembers } from '../actions';

type Props = PageProps<'/admin/digital-models/[modelId]/members/add'>;

/** A viewer who may not add members finds no such page. */
async function load({ params }: Pick<Props, 'params'>) {
  const model = await loadModel((await params).modelId);
  return keepsMembers(model.kind) && model.may.keepPeople ? model : notFound();
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { name } = await load(props);
  return { title: (await getTranslations('digital-models.members'))('addTitle', { name }) };
}

export default async function AddMembersPage(props: Props) {
  const [model, query, viewer] = await Promise.all([load(props), props.searchParams, requireViewer()]);
  const { q, after } = { q: oneOf(query.q), after: oneOf(query.after) };
  const [t, { candidates, next }] = await Promise.all([
    getTranslations('digital-models'),
    listCandidates(viewer, { modelId: model.id, area: model.area, without: 'members', q, after }),
  ]);
  const path = `${modelsPath}/${model.id}/members/add`;
  return (
    <LivePage>
      <ModelPage model={model} tab="members" title={t('members.addTitle', { name: model.name })}>
        <div className="max-w-3xl">
          <p className="mb-4 text-ink-2">{t('members.addLead')}</p>
          <CandidateSearch action={path} q={q} />
          {candidates.length > 0 ? (
            <MembersForm action={addModelMembers} model={model} candidates={candidates} today={today()} />
          ) : (
            <EmptyState icon="people" title={t('people.nobody')} />
          )}
          <Pager as={Link} next={next && `${path}?${new URLSearchParams({ ...(q ? { q } : {}), after: next })}`} />
        </div>
      </ModelPage>
    </LivePage>
  );
}

import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { getTranslations } from 'next-intl/server';
import { oneOf } from '@/app/address';
import { LivePage } from '@/app/admin/live-page';
import { DatedTable } from '@/components/digital-models/dated-table';
import { CandidateSearch } from '@/components/digital-models/people/candidate-search';
import { EndForm } from '@/components/digital-models/status/end-form';
import { ButtonLink } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { Link } from '@/components/ui/link';
import { Pager } from '@/components/ui/tables/pager';
import { today } from '@/domain/days/day';
import { keepsMembers } from '@/domain/digital-models/digital-model';
import type { ModelRecord } from '@/domain/digital-models/model-record';
import type { Dated } from '@/domain/digital-models/people/model-people';
import { listFormerMembers, listModelMembers } from '@/domain/digital-models/people/people-queries';
import { requireViewer } from '@/server/sign-in/session';
import { modelsPath } from '../../asked';
import { loadModel } from '../load';
import { ModelPage, modelPageTitle } from '../model-page';
import { endModelMember } from './actions';

type Props = PageProps<'/admin/digital-models/[modelId]/members'>;

/** A recognition has no members of its own, and no such page. */
async function load({ params }: Pick<Props, 'params'>) {
  const model = await loadModel((await params).modelId);
  return keepsMembers(model.kind) ? model : notFound();
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  return modelPageTitle(await load(props), 'members');
}

export default async function MembersPage(props: Props) {
  const [model, query, viewer] = await Promise.all([load(props), props.searchParams, requireViewer()]);
  const { q, after } = { q: oneOf(query.q), after: oneOf(query.after) };
  const [t, { members, total, next }, former] = await Promise.all([
    getTranslations('digital-models'),
    listModelMembers(viewer, model.id, { q, after }),
    listFormerMembers(viewer, model.id),
  ]);
  const path = `${modelsPath}/${model.id}/members`;
  const ending = model.may.keepPeople ? members.find(({ id }) => id === query.end) : undefined;
  const more = next && `${path}?${new URLSearchParams({ ...(q ? { q } : {}), after: next })}`;
  return (
    <LivePage>
      <ModelPage
        model={model}
        tab="members"
        said={query.said}
        actions={model.may.keepPeople && model.status !== 'ended' && <Additions model={model} />}
      >
        {ending && (
          <EndForm
            action={endModelMember}
            modelId={model.id}
            rowId={ending.id}
            title={t('members.endTitle', { name: ending.name ?? t('record.erased') })}
            from={ending.from}
            today={today()}
            back={path}
          />
        )}
        <CandidateSearch action={path} q={q} />
        <p role="status" className="mb-3 text-ink-2 text-sm">
          {t('members.count', { count: total })}
        </p>
        {members.length > 0 ? (
          <DatedTable
            caption={t('tabs.members')}
            rows={members}
            endPath={model.may.keepPeople ? path : undefined}
            householdsPath={model.kind === 'digital_family' ? `${modelsPath}/${model.id}/households` : undefined}
          />
        ) : (
          <EmptyState icon="people" title={t(q ? 'people.nobody' : 'members.none')} />
        )}
        <Pager as={Link} next={more} />
        {former.length > 0 && <Former members={former} />}
      </ModelPage>
    </LivePage>
  );
}

function Former({ members }: { members: Dated[] }) {
  const t = useTranslations('digital-models.members');
  return (
    <section className="mt-10">
      <h2 className="mb-3">{t('former')}</h2>
      <DatedTable caption={t('former')} rows={members} />
    </section>
  );
}

/** Members of a family come with their households; elsewhere they are taken up one by one. */
function Additions({ model: { id, kind } }: { model: ModelRecord }) {
  const t = useTranslations('digital-models');
  const family = kind === 'digital_family';
  return (
    <>
      {family && (
        <ButtonLink as={Link} href={`${modelsPath}/${id}/households/add`} variant="primary" icon="plus">
          {t('households.many.title')}
        </ButtonLink>
      )}
      <ButtonLink
        as={Link}
        href={`${modelsPath}/${id}/members/add`}
        {...(family ? {} : { variant: 'primary', icon: 'plus' })}
      >
        {t('members.add')}
      </ButtonLink>
    </>
  );
}

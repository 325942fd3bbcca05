import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { oneOf } from '@/app/address';
import { LivePage } from '@/app/admin/live-page';
import { AddHouseholdForm } from '@/components/digital-models/households/add-household-form';
import { HouseholdTable } from '@/components/digital-models/households/household-table';
import { CandidateSearch } from '@/components/digital-models/people/candidate-search';
import { EndForm } from '@/components/digital-models/status/end-form';
import { ButtonLink } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { Link } from '@/components/ui/link';
import { Panel } from '@/components/ui/panels/panel';
import { today } from '@/domain/days/day';
import { listFreeHouseholds, listHouseholds } from '@/domain/digital-models/households/household-queries';
import type { ModelRecord } from '@/domain/digital-models/model-record';
import { requireViewer } from '@/server/sign-in/session';
import { modelsPath } from '../../asked';
import { ModelPage, modelPageTitle } from '../model-page';
import { addHousehold, endHousehold } from './actions';
import { loadFamily } from './load';

type Props = PageProps<'/admin/digital-models/[modelId]/households'>;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return modelPageTitle(await loadFamily((await params).modelId), 'households');
}

export default async function HouseholdsPage({ params, searchParams }: Props) {
  const [{ modelId }, query, viewer] = await Promise.all([params, searchParams, requireViewer()]);
  const model = await loadFamily(modelId);
  const [t, { households, former }] = await Promise.all([
    getTranslations('digital-models'),
    listHouseholds(viewer, model.id),
  ]);
  const path = `${modelsPath}/${model.id}/households`;
  const adds = model.may.keepPeople && model.status !== 'ended';
  const leaving = model.may.keepPeople ? households.find(({ entryId }) => entryId === query.end) : undefined;
  return (
    <LivePage>
      <ModelPage model={model} tab="households" said={query.said} actions={adds && <WaysToAdd path={path} />}>
        {leaving && (
          <EndForm
            action={endHousehold}
            modelId={model.id}
            rowId={leaving.entryId}
            title={t('households.leaveTitle', { name: leaving.name ?? leaving.headName ?? t('record.erased') })}
            from={leaving.from}
            today={today()}
            back={path}
          />
        )}
        <div className="grid items-start gap-8 2xl:grid-cols-[minmax(0,1fr)_384px]">
          <div className="min-w-0">
            {households.length > 0 ? (
              <HouseholdTable
                caption={t('tabs.households')}
                households={households}
                path={model.may.keepPeople ? path : undefined}
              />
            ) : (
              <EmptyState icon="digital_family" title={t('households.none')}>
                {t('households.noneHint')}
              </EmptyState>
            )}
            {former.length > 0 && (
              <section className="mt-10">
                <h2 className="mb-3">{t('households.former')}</h2>
                <HouseholdTable caption={t('households.former')} households={former} />
              </section>
            )}
          </div>
          {adds && <Join model={model} q={oneOf(query.q)} path={path} />}
        </div>
      </ModelPage>
    </LivePage>
  );
}

async function WaysToAdd({ path }: { path: string }) {
  const t = await getTranslations('digital-models.households');
  return (
    <>
      <ButtonLink as={Link} href={`${path}/add`} variant="primary" icon="plus">
        {t('many.title')}
      </ButtonLink>
      <ButtonLink as={Link} href={`${path}/new`}>
        {t('new')}
      </ButtonLink>
    </>
  );
}

async function Join({ model, q, path }: { model: ModelRecord; q: string | undefined; path: string }) {
  const viewer = await requireViewer();
  const [t, free] = await Promise.all([
    getTranslations('digital-models.households'),
    listFreeHouseholds(viewer, model.area, q),
  ]);
  return (
    <Panel title={t('joinTitle')}>
      <p className="mb-4 text-ink-2">{t('joinLead')}</p>
      <CandidateSearch action={path} q={q} />
      {free.length > 0 ? (
        <AddHouseholdForm action={addHousehold} model={model} households={free} today={today()} />
      ) : (
        <p className="text-ink-2">{t('noFree')}</p>
      )}
    </Panel>
  );
}

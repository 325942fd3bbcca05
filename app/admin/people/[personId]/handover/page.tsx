import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { getTranslations } from 'next-intl/server';
import { cache } from 'react';
import { known, oneOf } from '@/app/address';
import { LivePage } from '@/app/admin/live-page';
import { HandoverForm } from '@/components/merging/handover-form';
import { ProvinceItems } from '@/components/merging/province-items';
import { EmptyState } from '@/components/ui/empty-state';
import { Notice } from '@/components/ui/notice';
import { Panel } from '@/components/ui/panels/panel';
import { FilterBar, FilterText } from '@/components/ui/tables/filter-bar';
import { today } from '@/domain/days/day';
import { findHandover } from '@/domain/merging/handovers/handover-queries';
import type { Member } from '@/domain/people/person';
import { listMembers } from '@/domain/people/queries';
import { listTrainers } from '@/domain/trainings/form-queries';
import { requireViewer } from '@/server/sign-in/session';
import { loadPerson } from '../load';
import { PartHead } from '../part-head';
import { Tabs } from '../tabs';
import { handOver } from './actions';

type Props = PageProps<'/admin/people/[personId]/handover'>;

const loadHandover = cache(
  async (personId: string) => (await findHandover(await requireViewer(), personId)) ?? notFound(),
);

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { person } = await loadHandover((await params).personId);
  return { title: (await getTranslations('merging.handover'))('titleOf', { name: person.name }) };
}

export default async function HandoverPage({ params, searchParams }: Props) {
  const [{ personId }, query, viewer] = await Promise.all([params, searchParams, requireViewer()]);
  const handover = await loadHandover(personId);
  const { person, items, asked } = handover;
  const q = oneOf(query.q);
  const [t, { members, next }, trainers] = await Promise.all([
    getTranslations('merging'),
    listMembers(viewer, known({ unitId: q ? person.communeId : person.nearId, q }) as { unitId: string }),
    listTrainers(viewer, person.communeId),
    // her tabs ask for it: beside the lists it costs no question of its own
    loadPerson(personId),
  ]);
  const count = oneOf(query.count) ?? '';
  const path = `/admin/people/${personId}/handover`;
  const mine = items.filter(({ ways }) => ways.length > 0);
  return (
    <LivePage>
      <PartHead
        person={person}
        title={t('handover.titleOf', { name: person.name })}
        step={t('handover.title')}
        lead={t('handover.lead')}
      />
      <Tabs personId={personId} current="handover" />
      {oneOf(query.said) === 'handed' && /^\d+$/.test(count) && <Notice title={t('said.handed', { count })} />}
      <div className="grid max-w-4xl gap-8">
        {mine.length > 0 ? (
          <>
            <Search path={path} q={q} more={next !== null} />
            <Panel grid>
              <HandoverForm
                action={handOver}
                handover={handover}
                members={members.filter(({ id }) => id !== personId).map(toSuccessor)}
                trainers={trainers.filter(({ id }) => id !== personId).map(({ id, name }) => ({ id, label: name }))}
                today={today()}
                back={`/admin/people/${personId}`}
              />
            </Panel>
          </>
        ) : (
          <EmptyState icon="check" title={t('handover.nothing')}>
            {items.length === 0 && t('handover.nothingHint')}
          </EmptyState>
        )}
        <ProvinceItems items={items.filter(({ ways }) => ways.length === 0)} />
        {asked > 0 && <p className="text-ink-2">{t('handover.asked', { count: String(asked) })}</p>}
      </div>
    </LivePage>
  );
}

const toSuccessor = ({ id, name, birthYear, unitName }: Member) => ({
  id,
  label: [birthYear ? `${name} (${birthYear})` : name, unitName].filter(Boolean).join(', '),
});

function Search({ path, q, more }: { path: string; q: string | undefined; more: boolean }) {
  const t = useTranslations('merging.handover');
  return (
    <div>
      <FilterBar action={path} label={t('search')}>
        <FilterText name="q" label={t('search')} value={q} placeholder={t('searchHint')} />
      </FilterBar>
      {more && <p className="mt-2 text-ink-2">{t('more')}</p>}
    </div>
  );
}

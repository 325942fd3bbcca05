import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { LivePage } from '@/app/admin/live-page';
import { PageHead } from '@/components/layout/page-head';
import { FilterBar } from '@/components/ui/tables/filter-bar';
import { UnitFilter } from '@/components/units/choice/unit-filter';
import { isToBeAsked } from '@/components/units/choice/unit-option';
import { mayAnywhere } from '@/domain/access/access';
import { requireViewer } from '@/server/sign-in/session';
import { askForUnit } from '../units/question';
import { askedOf, messagesPath } from './asked';
import { Board } from './board';

type Props = PageProps<'/admin/messages'>;

export async function generateMetadata(): Promise<Metadata> {
  if (!mayAnywhere(await requireViewer(), 'messages.tell')) notFound();
  return { title: (await getTranslations('messages'))('title') };
}

export default async function MessagesPage({ searchParams }: Props) {
  const viewer = await requireViewer();
  if (!mayAnywhere(viewer, 'messages.tell')) notFound();
  const query = await searchParams;
  const [t, place] = await Promise.all([
    getTranslations('messages'),
    askForUnit(viewer, { permission: 'messages.tell', levels: ['commune'] }, query.commune),
  ]);
  const asked = { ...askedOf(query), communeId: place.id };
  return (
    <LivePage>
      <PageHead title={t('title')} lead={t('lead')} />
      {isToBeAsked(place.question) && (
        <div className="mb-6">
          <FilterBar action={messagesPath} label={t('filter')}>
            <UnitFilter name="commune" label={t('commune')} question={place.question} />
            {asked.list !== 'waiting' && <input type="hidden" name="list" value={asked.list} />}
          </FilterBar>
        </div>
      )}
      <Board viewer={viewer} asked={asked} />
    </LivePage>
  );
}

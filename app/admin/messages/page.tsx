import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { PageHead } from '@/components/layout/page-head';
import { FilterBar, FilterSelect } from '@/components/ui/filter-bar';
import { mayAnywhere } from '@/domain/access/access';
import { listUnits } from '@/domain/units/queries';
import { requireViewer } from '@/server/session';
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
  const asked = askedOf(await searchParams);
  const [t, communes] = await Promise.all([
    getTranslations('messages'),
    listUnits(viewer, { permission: 'messages.tell', levels: ['commune'] }),
  ]);
  return (
    <>
      <PageHead title={t('title')} lead={t('lead')} />
      {communes.length > 1 && (
        <div className="mb-6">
          <FilterBar action={messagesPath} label={t('filter')}>
            <FilterSelect
              name="commune"
              label={t('commune')}
              value={asked.communeId}
              options={communes.map(({ id, name }) => ({ value: id, label: name }))}
            />
            {asked.list !== 'waiting' && <input type="hidden" name="list" value={asked.list} />}
          </FilterBar>
        </div>
      )}
      <Board viewer={viewer} asked={asked} />
    </>
  );
}

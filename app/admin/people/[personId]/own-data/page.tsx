import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { LivePage } from '@/app/admin/live-page';
import { ErasePanel } from '@/components/consents/erase-panel';
import { ownDataSections } from '@/components/consents/own-data/own-data-sections';
import { OwnDataView } from '@/components/consents/own-data/own-data-view';
import { AskedOfSecond } from '@/components/second-pairs/asked-of-second';
import { ButtonLink } from '@/components/ui/button';
import { Link } from '@/components/ui/link';
import { findObstacles } from '@/domain/consents/erasure/erasure-queries';
import { findOwnData } from '@/domain/consents/own-data/own-data-queries';
import { formatDay } from '@/i18n/format';
import { requireViewer } from '@/server/sign-in/session';
import { loadPart, loadPerson } from '../load';
import { PartHead } from '../part-head';
import { Tabs } from '../tabs';
import { erasePerson } from './actions';

type Props = PageProps<'/admin/people/[personId]/own-data'>;

const loadOwn = (id: string) => loadPart(id, 'own-data', 'own-data.export');

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [{ name }, t] = await Promise.all([loadOwn((await params).personId), getTranslations('own-data')]);
  return { title: `${t('title')} – ${name}` };
}

export default async function OwnDataPage({ params, searchParams }: Props) {
  const [{ personId }, viewer, { said }] = await Promise.all([params, requireViewer(), searchParams]);
  const standing = loadOwn(personId);
  const [person, t, all, found, obstacles] = await Promise.all([
    standing,
    getTranslations('own-data'),
    getTranslations(),
    findOwnData(viewer, personId),
    findObstacles(viewer, personId),
    // her tabs ask for it: beside the rest it costs no question of its own, once it is known that this record stands
    standing.then(() => loadPerson(personId)),
  ]);
  const data = found ?? notFound();
  const own = `/admin/people/${person.id}`;
  return (
    <LivePage>
      {said === 'asked' && <AskedOfSecond />}
      <PartHead
        person={person}
        title={`${person.name}: ${t('title').toLowerCase()}`}
        step={t('title')}
        lead={t('lead', { name: person.name, day: formatDay(viewer.locale, data.madeOn) })}
      />
      <div className="no-print">
        <Tabs personId={person.id} current="own-data" />
        <div className="flex flex-wrap gap-2.5">
          <ButtonLink href={`${own}/own-data/export?format=pdf`} variant="primary" icon="download">
            {t('pdf')}
          </ButtonLink>
          <ButtonLink href={`${own}/own-data/export?format=json`} icon="download">
            {t('json')}
          </ButtonLink>
          <ButtonLink as={Link} href={`${own}/edit`} icon="pencil">
            {t('correct')}
          </ButtonLink>
        </div>
        <p className="mt-3 max-w-[44em] text-ink-2">{t('exportHint')}</p>
      </div>
      <p className="my-5 max-w-[44em]">{t('rights')}</p>
      <OwnDataView sections={ownDataSections(data, all, viewer.locale)} />
      {obstacles && <ErasePanel person={person} obstacles={obstacles} action={erasePerson} />}
    </LivePage>
  );
}

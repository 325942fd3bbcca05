import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { CommuneForm } from '@/components/imports/commune-form';
import { UploadForm } from '@/components/imports/upload-form';
import { PageHead } from '@/components/layout/page-head';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { mayAnywhere } from '@/domain/access/access';
import type { Unit } from '@/domain/units/unit';
import { requireViewer } from '@/server/session';
import { hostChoices, oneOf } from '../../digital-models/host-choices';
import { uploadSheet } from '../actions';
import { importsPath } from '../asked';

type Props = PageProps<'/admin/imports/new'>;

export async function generateMetadata(): Promise<Metadata> {
  if (!mayAnywhere(await requireViewer(), 'imports.members')) notFound();
  return { title: (await getTranslations('imports.new'))('title') };
}

export default async function NewImportPage({ searchParams }: Props) {
  const viewer = await requireViewer();
  if (!mayAnywhere(viewer, 'imports.members')) notFound();
  const query = await searchParams;
  const asked = { commune: oneOf(query.commune), unit: oneOf(query.unit) };
  const [t, { communes, communeId, units, unit }] = await Promise.all([
    getTranslations('imports'),
    hostChoices(viewer, 'imports.members', ['commune', 'sub_association'], asked),
  ]);
  const chosen = units?.find(({ id }) => id === unit?.id) ?? (units?.length === 1 ? units[0] : undefined);
  return (
    <>
      <PageHead
        above={<Breadcrumbs as={Link} crumbs={[{ label: t('title'), href: importsPath }, { label: t('new.title') }]} />}
        title={t('new.title')}
        lead={t('new.safe')}
      />
      <div className="grid items-start gap-8 xl:grid-cols-[minmax(0,1fr)_minmax(0,28rem)]">
        <div className="min-w-0">
          {communes.length > 1 && <CommuneForm communes={communes} communeId={communeId} />}
          {units && <UploadForm action={uploadSheet} units={communeFirst(units)} unitId={chosen?.id} />}
        </div>
        <div>
          <h2 className="mb-2">{t('new.columns')}</h2>
          <p className="mb-3">{t('new.columnsText')}</p>
          <p className="mb-3 text-ink-2">{t('new.identity')}</p>
          <p className="text-ink-2">{t('new.consents')}</p>
        </div>
      </div>
    </>
  );
}

const communeFirst = (units: readonly Unit[]) =>
  [...units].sort((one, other) => Number(other.level === 'commune') - Number(one.level === 'commune'));

import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { LivePage } from '@/app/admin/live-page';
import { PageHead } from '@/components/layout/page-head';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { Link } from '@/components/ui/link';
import { type Column, Table } from '@/components/ui/tables/table';
import { mayAnywhere } from '@/domain/access/access';
import type { EditionsOfKind } from '@/domain/digital-models/criteria/criteria';
import { listEditions } from '@/domain/digital-models/criteria/criteria-queries';
import { type ModelKind, modelKinds } from '@/domain/digital-models/digital-model';
import { formatDay, formatNumber } from '@/i18n/format';
import { requireViewer } from '@/server/sign-in/session';

export async function generateMetadata(): Promise<Metadata> {
  if (!mayAnywhere(await requireViewer(), 'digital-models.see')) notFound();
  return { title: (await getTranslations('digital-models.checklists'))('title') };
}

type Row = EditionsOfKind & { kind: ModelKind };

export default async function ChecklistsPage() {
  const viewer = await requireViewer();
  if (!mayAnywhere(viewer, 'digital-models.see')) notFound();
  const { locale } = viewer;
  const [t, ...rows] = await Promise.all([
    getTranslations('digital-models'),
    ...modelKinds.map(async (kind): Promise<Row> => ({ kind, ...(await listEditions(viewer, kind)) })),
  ]);
  const columns: Column<Row>[] = [
    {
      label: t('list.kind'),
      kind: 'title',
      cell: ({ kind }) => <Link href={`/admin/criteria/${kind}`}>{t(`kind.${kind}`)}</Link>,
    },
    {
      label: t('checklists.inForce'),
      cell: ({ inForce }) =>
        inForce
          ? t('checklists.editionFrom', {
              edition: formatNumber(locale, inForce.edition),
              day: formatDay(locale, inForce.from),
            })
          : t('checklists.noEdition'),
    },
    {
      label: t('checklists.count'),
      kind: 'number',
      cell: ({ inForce }) => formatNumber(locale, inForce?.criteria.length ?? 0),
    },
    {
      label: t('checklists.plannedShort'),
      cell: ({ planned }) => (planned ? t('record.from', { from: formatDay(locale, planned.from) }) : '–'),
    },
  ];
  return (
    <LivePage>
      <PageHead
        above={<Breadcrumbs as={Link} crumbs={[{ label: t('title'), href: '/admin/digital-models' }]} />}
        title={t('checklists.title')}
        lead={t('checklists.lead')}
      />
      <Table caption={t('checklists.title')} columns={columns} rows={rows} keyOf={({ kind }) => kind} />
    </LivePage>
  );
}

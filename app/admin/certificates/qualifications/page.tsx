import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { LivePage } from '@/app/admin/live-page';
import { HostName } from '@/components/digital-models/people/host-name';
import { PageHead } from '@/components/layout/page-head';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { DemoMark } from '@/components/ui/demo-mark';
import { EmptyState } from '@/components/ui/empty-state';
import { Link } from '@/components/ui/link';
import { Table } from '@/components/ui/tables/table';
import { mayAnywhere } from '@/domain/access/access';
import { listEndingQualifications } from '@/domain/certificates/qualification-queries';
import { lastDayBefore } from '@/domain/days/ending';
import { formatDay } from '@/i18n/format';
import { requireViewer } from '@/server/sign-in/session';

async function viewerWhoQualifies() {
  const viewer = await requireViewer();
  return mayAnywhere(viewer, 'certificates.qualify') ? viewer : notFound();
}

export async function generateMetadata(): Promise<Metadata> {
  await viewerWhoQualifies();
  return { title: (await getTranslations('certificates.qualification'))('list') };
}

export default async function EndingQualificationsPage() {
  const viewer = await viewerWhoQualifies();
  const [t, ending] = await Promise.all([getTranslations('certificates'), listEndingQualifications(viewer)]);
  return (
    <LivePage>
      <PageHead
        above={
          <Breadcrumbs
            as={Link}
            crumbs={[{ label: t('title'), href: '/admin/certificates' }, { label: t('qualification.list') }]}
          >
            {ending.some(({ demo }) => demo) && <DemoMark />}
          </Breadcrumbs>
        }
        title={t('qualification.list')}
        lead={t('qualification.listLead')}
      />
      {ending.length === 0 ? (
        <EmptyState title={t('qualification.empty')}>{t('qualification.emptyHint')}</EmptyState>
      ) : (
        <Table
          caption={t('qualification.list')}
          rows={ending}
          keyOf={({ id }) => id}
          columns={[
            {
              label: t('qualification.person'),
              kind: 'title',
              cell: ({ name, personId }) => (
                <Link href={`/admin/people/${personId}/passport#qualification`}>{name}</Link>
              ),
            },
            { label: t('qualification.unit'), cell: ({ host }) => <HostName host={host} /> },
            { label: t('qualification.to'), cell: (each) => formatDay(viewer.locale, lastDayBefore(each.to)) },
          ]}
        />
      )}
    </LivePage>
  );
}

import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { LivePage } from '@/app/admin/live-page';
import { samplePaper } from '@/app/admin/reports/paper';
import { PageHead } from '@/components/layout/page-head';
import { FieldTables } from '@/components/reports/templates/field-tables';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { Link } from '@/components/ui/link';
import { mayForProvince } from '@/domain/access/access';
import { requireViewer } from '@/server/sign-in/session';
import { reportsPath } from '../../address';

async function load() {
  const viewer = await requireViewer();
  return mayForProvince(viewer, 'reports.keep-template') ? viewer : notFound();
}

export async function generateMetadata(): Promise<Metadata> {
  await load();
  return { title: (await getTranslations('reports.template.fields'))('title') };
}

/** All that a template may name, with what it is and an example. */
export default async function FieldsPage() {
  const viewer = await load();
  const [t, paper] = await Promise.all([getTranslations('reports'), samplePaper(viewer.locale)]);
  return (
    <LivePage>
      <PageHead
        above={
          <Breadcrumbs
            as={Link}
            crumbs={[
              { label: t('title'), href: reportsPath },
              { label: t('template.title'), href: `${reportsPath}/template` },
            ]}
          />
        }
        title={t('template.fields.title')}
        lead={t('template.fields.lead', { example: '{co_quan}' })}
      />
      <FieldTables paper={paper} />
    </LivePage>
  );
}

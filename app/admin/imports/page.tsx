import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { oneOf } from '@/app/address';
import { LivePage } from '@/app/admin/live-page';
import { BatchTable } from '@/components/imports/batch-table';
import { PageHead } from '@/components/layout/page-head';
import { ButtonLink } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { Link } from '@/components/ui/link';
import { Pager } from '@/components/ui/tables/pager';
import { mayAnywhere } from '@/domain/access/access';
import { listImports } from '@/domain/imports/queries';
import { requireViewer } from '@/server/sign-in/session';
import { importsPath } from './asked';

type Props = PageProps<'/admin/imports'>;

export async function generateMetadata(): Promise<Metadata> {
  if (!mayAnywhere(await requireViewer(), 'imports.members')) notFound();
  return { title: (await getTranslations('imports'))('title') };
}

export default async function ImportsPage({ searchParams }: Props) {
  const viewer = await requireViewer();
  if (!mayAnywhere(viewer, 'imports.members')) notFound();
  const after = oneOf((await searchParams).after);
  const [t, { batches, next }] = await Promise.all([getTranslations('imports'), listImports(viewer, after)]);
  return (
    <LivePage>
      <PageHead
        title={t('title')}
        lead={t('lead')}
        actions={
          <ButtonLink as={Link} href={`${importsPath}/new`} variant="primary" icon="plus">
            {t('list.new')}
          </ButtonLink>
        }
      />
      {batches.length > 0 ? (
        <BatchTable batches={batches} />
      ) : (
        <EmptyState icon="report" title={t('list.empty')}>
          {t('list.emptyHint')}
        </EmptyState>
      )}
      <Pager as={Link} next={next && `${importsPath}?after=${next}`} />
    </LivePage>
  );
}

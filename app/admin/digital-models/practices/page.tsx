import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { known, oneOf } from '@/app/address';
import { LivePage } from '@/app/admin/live-page';
import { PracticeTable } from '@/components/digital-models/practices/practice-table';
import { PageHead } from '@/components/layout/page-head';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { EmptyState } from '@/components/ui/empty-state';
import { Link } from '@/components/ui/link';
import { FilterBar, FilterText } from '@/components/ui/tables/filter-bar';
import { Pager } from '@/components/ui/tables/pager';
import { mayAnywhere } from '@/domain/access/access';
import { listSharedPractices } from '@/domain/digital-models/practices/practice-queries';
import { requireViewer } from '@/server/sign-in/session';
import { modelsPath } from '../asked';

type Props = PageProps<'/admin/digital-models/practices'>;

export async function generateMetadata(): Promise<Metadata> {
  if (!mayAnywhere(await requireViewer(), 'digital-models.found')) notFound();
  return { title: (await getTranslations('digital-models.practice'))('listTitle') };
}

export default async function PracticesPage({ searchParams }: Props) {
  const viewer = await requireViewer();
  if (!mayAnywhere(viewer, 'digital-models.found')) notFound();
  const query = await searchParams;
  const asked = { q: oneOf(query.q), for: oneOf(query.for) };
  const [t, { practices, next }] = await Promise.all([
    getTranslations('digital-models'),
    listSharedPractices(viewer, { q: asked.q, after: oneOf(query.after) }),
  ]);
  const path = `${modelsPath}/practices`;
  return (
    <LivePage>
      <PageHead
        above={<Breadcrumbs as={Link} crumbs={[{ label: t('title'), href: modelsPath }]} />}
        title={t('practice.listTitle')}
        lead={t('practice.listLead')}
      />
      <FilterBar action={path} label={t('practice.listTitle')}>
        {asked.for && <input type="hidden" name="for" value={asked.for} />}
        <FilterText name="q" label={t('list.q')} value={asked.q} placeholder={t('list.placeholder')} />
      </FilterBar>
      <div className="mt-5">
        {practices.length > 0 ? (
          <PracticeTable practices={practices} clubId={asked.for} />
        ) : (
          <EmptyState icon="digital_womens_club" title={t('practice.noneShared')}>
            {t('practice.noneSharedHint')}
          </EmptyState>
        )}
      </div>
      <Pager as={Link} next={next && `${path}?${new URLSearchParams({ ...known(asked), after: next })}`} />
    </LivePage>
  );
}

import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { getMessages, getTranslations } from 'next-intl/server';
import { AuditTable } from '@/components/audit/audit-table';
import { PageHead } from '@/components/layout/page-head';
import { EmptyState } from '@/components/ui/empty-state';
import { FilterBar, FilterSelect } from '@/components/ui/filter-bar';
import { Pager } from '@/components/ui/pager';
import { mayAnywhere } from '@/domain/access/access';
import { listAuditEntries } from '@/domain/audit/queries';
import { isId } from '@/domain/id';
import { requireViewer } from '@/server/session';

export async function generateMetadata(): Promise<Metadata> {
  if (!mayAnywhere(await requireViewer(), 'audit.see')) notFound();
  return { title: (await getTranslations('audit'))('title') };
}

export default async function AuditPage({ searchParams }: PageProps<'/admin/audit'>) {
  const viewer = await requireViewer();
  if (!mayAnywhere(viewer, 'audit.see')) notFound();
  const { action, after } = await searchParams;
  const asked = {
    ...(typeof action === 'string' && action ? { action } : {}),
    ...(typeof after === 'string' && isId(after) ? { after } : {}),
  };
  const [t, messages, { entries, next }] = await Promise.all([
    getTranslations('audit'),
    getMessages(),
    listAuditEntries(viewer, asked),
  ]);
  const actions = Object.entries((messages.audit as { actions: Record<string, string> }).actions);
  return (
    <>
      <PageHead title={t('title')} lead={t('lead')} />
      <FilterBar action="/admin/audit" label={t('filter')}>
        <FilterSelect
          name="action"
          label={t('filter')}
          value={asked.action}
          options={actions.map(([value, label]) => ({ value, label }))}
        />
      </FilterBar>
      <div className="h-6" />
      {entries.length > 0 ? (
        <AuditTable locale={viewer.locale} entries={entries} />
      ) : (
        <EmptyState icon="history" title={t('empty')} />
      )}
      <Pager
        as={Link}
        next={
          next &&
          `/admin/audit?${new URLSearchParams({ ...(asked.action ? { action: asked.action } : {}), after: next })}`
        }
      />
    </>
  );
}

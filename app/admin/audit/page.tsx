import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { oneOf } from '@/app/address';
import { LivePage } from '@/app/admin/live-page';
import { AuditCheckLine } from '@/components/audit/audit-check-line';
import { AuditTable } from '@/components/audit/audit-table';
import { PageHead } from '@/components/layout/page-head';
import { Breadcrumbs } from '@/components/ui/breadcrumbs';
import { EmptyState } from '@/components/ui/empty-state';
import { Link } from '@/components/ui/link';
import { Pager } from '@/components/ui/tables/pager';
import { mayAnywhere } from '@/domain/access/access';
import { listAuditEntries } from '@/domain/audit/queries';
import { env } from '@/domain/ground/env';
import { isId } from '@/domain/id';
import { lastAuditCheck } from '@/server/audit-check';
import { requireViewer } from '@/server/sign-in/session';
import { addressOf, askedOf, auditPath } from './asked';
import { AuditFilters } from './filters';
import { narrow } from './narrowed';

export async function generateMetadata(): Promise<Metadata> {
  if (!mayAnywhere(await requireViewer(), 'audit.see')) notFound();
  return { title: (await getTranslations('audit'))('title') };
}

export default async function AuditPage({ searchParams }: PageProps<'/admin/audit'>) {
  const viewer = await requireViewer();
  if (!mayAnywhere(viewer, 'audit.see')) notFound();
  const query = await searchParams;
  const asked = askedOf(query);
  const after = oneOf(query.after);
  const [t, narrowed] = await Promise.all([getTranslations('audit'), narrow(viewer, asked)]);
  const { entries, next } = narrowed.filter
    ? await listAuditEntries(viewer, { ...narrowed.filter, after: after && isId(after) ? after : undefined })
    : { entries: [], next: null };
  const her = narrowed.person;
  const check = <AuditCheckLine locale={viewer.locale} check={lastAuditCheck(env.DATA_DIR)} />;
  return (
    <LivePage>
      {her ? (
        <PageHead
          above={<Breadcrumbs as={Link} crumbs={[{ label: t('title'), href: auditPath }, { label: her.name }]} />}
          title={t(asked.kind === 'looks' ? 'whoLooked' : 'ofPerson', { name: her.name })}
        />
      ) : (
        <PageHead title={t('title')} lead={t('lead')} />
      )}
      {!her && check}
      <AuditFilters viewer={viewer} asked={asked} typed={query} narrowed={narrowed} count={entries.length} />
      {entries.length > 0 && (
        <AuditTable
          locale={viewer.locale}
          entries={entries}
          as={Link}
          ofAccount={(account) => addressOf({ ...asked, by: undefined, account })}
        />
      )}
      {entries.length === 0 && narrowed.sought.length === 0 && <EmptyState icon="history" title={t('empty')} />}
      <Pager as={Link} next={next && addressOf({ ...asked, after: next })} />
      {her && (
        <div className="mt-8">
          <p className="mb-4 max-w-[44em] text-ink-2">
            {t('filters.lists')} <Link href={`/admin/people/${her.id}`}>{t('toRecord', { name: her.name })}</Link>
          </p>
          {check}
        </div>
      )}
    </LivePage>
  );
}

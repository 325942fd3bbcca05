import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { LivePage } from '@/app/admin/live-page';
import { AccountTable } from '@/components/accounts/account-table';
import { OpenInvitations } from '@/components/accounts/invitations/open-invitations';
import { PageHead } from '@/components/layout/page-head';
import { ButtonLink } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { Link } from '@/components/ui/link';
import { Notice } from '@/components/ui/notice';
import { FilterBar, FilterText } from '@/components/ui/tables/filter-bar';
import { Pager } from '@/components/ui/tables/pager';
import { mayAnywhere } from '@/domain/access/access';
import { listOpenInvitations } from '@/domain/accounts/invitations/open-invitation-queries';
import { listAccounts } from '@/domain/accounts/queries';
import { requireViewer } from '@/server/sign-in/session';
import { sendInvitationAgain, withdrawInvitation } from './actions';

type Props = PageProps<'/admin/accounts'>;

export async function generateMetadata(): Promise<Metadata> {
  if (!mayAnywhere(await requireViewer(), 'accounts.see')) notFound();
  return { title: (await getTranslations('accounts'))('title') };
}

export default async function AccountsPage({ searchParams }: Props) {
  const viewer = await requireViewer();
  if (!mayAnywhere(viewer, 'accounts.see')) notFound();
  const { q, after, said } = await searchParams;
  const asked = { ...(typeof q === 'string' ? { q } : {}), ...(typeof after === 'string' ? { after } : {}) };
  const [t, { accounts, next }, invitations] = await Promise.all([
    getTranslations('accounts'),
    listAccounts(viewer, asked),
    mayAnywhere(viewer, 'accounts.invite') ? listOpenInvitations(viewer) : [],
  ]);
  return (
    <LivePage>
      {said === 'withdrawn' && <Notice title={t('said.withdrawn')} />}
      <PageHead
        title={t('title')}
        lead={t('lead')}
        actions={
          mayAnywhere(viewer, 'accounts.invite') && (
            <ButtonLink as={Link} href="/admin/accounts/new" variant="primary" icon="plus">
              {t('list.invite')}
            </ButtonLink>
          )
        }
      />
      <FilterBar action="/admin/accounts" label={t('list.search')}>
        <FilterText name="q" label={t('list.search')} value={asked.q} />
      </FilterBar>
      <div className="h-6" />
      {accounts.length > 0 ? <AccountTable accounts={accounts} /> : <EmptyState title={t('list.empty')} />}
      <Pager
        as={Link}
        next={next && `/admin/accounts?${new URLSearchParams({ ...(asked.q ? { q: asked.q } : {}), after: next })}`}
      />
      {!asked.q && !asked.after && (
        <OpenInvitations
          invitations={invitations}
          locale={viewer.locale}
          sendAgain={sendInvitationAgain}
          withdraw={withdrawInvitation}
        />
      )}
    </LivePage>
  );
}

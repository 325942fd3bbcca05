import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { CloseAccount } from '@/components/accounts/close-account';
import { GrantForm } from '@/components/accounts/grant-form';
import { GrantList } from '@/components/accounts/grant-list';
import { PageHead } from '@/components/layout/page-head';
import { Notice } from '@/components/ui/notice';
import { mayAnywhere } from '@/domain/access/access';
import { rolesToGive } from '@/domain/accounts/account';
import { findAccount } from '@/domain/accounts/queries';
import { requireViewer } from '@/server/session';
import { disableAccount, grantRole, revokeRole } from '../actions';
import { askForUnitOfRole } from '../unit-of-role';

type Props = PageProps<'/admin/accounts/[accountId]'>;

const load = async ({ params }: Props) =>
  (await findAccount(await requireViewer(), (await params).accountId)) ?? notFound();

export async function generateMetadata(props: Props): Promise<Metadata> {
  const account = await load(props);
  return { title: (await getTranslations('accounts'))('record.title', { name: account.displayName }) };
}

export default async function AccountPage(props: Props) {
  const [viewer, account, { said }, t] = await Promise.all([
    requireViewer(),
    load(props),
    props.searchParams,
    getTranslations('accounts'),
  ]);
  const place = await askForUnitOfRole(viewer, 'accounts.grant');
  const done = ['granted', 'revoked', 'disabled'].find((key) => key === said);
  return (
    <>
      <PageHead title={account.displayName} lead={account.contact} />
      {done && <Notice title={t(`said.${done}` as 'said.granted')} />}
      <GrantList grants={account.grants} locale={viewer.locale} action={revokeRole} />
      {!account.disabled && mayAnywhere(viewer, 'accounts.grant') && (
        <section className="mt-12 max-w-xl">
          <h2 className="mb-4">{t('record.grant')}</h2>
          <GrantForm accountId={account.id} roles={rolesToGive(viewer)} place={place} action={grantRole} />
        </section>
      )}
      {!account.disabled && account.id !== viewer.accountId && (
        <CloseAccount accountId={account.id} action={disableAccount} />
      )}
    </>
  );
}

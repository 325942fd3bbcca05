import { getTranslations } from 'next-intl/server';
import { AccountProvider } from '@/components/accounts/providers/account-provider';
import { Notice } from '@/components/ui/notice';
import { findTieOfAccount } from '@/domain/accounts/providers/tie-queries';
import { env } from '@/domain/ground/env';
import { requireViewer } from '@/server/sign-in/session';
import { endTieOfAccount } from './actions';

type ProviderEndProps = { accountId: string; isOwn: boolean; said: string | undefined };

/** Whether a provider opens the account, and how that is ended; nothing for who could not take its roles. Her own stands on her own page. */
export async function ProviderEnd({ accountId, isOwn, said }: ProviderEndProps) {
  const provider = env.SIGN_IN_PROVIDER;
  if (!provider || isOwn) return null;
  const viewer = await requireViewer();
  const [tie, t] = await Promise.all([findTieOfAccount(viewer, accountId), getTranslations('accounts.said')]);
  if (!tie) return null;
  return (
    <>
      {said === 'untiedProviderOf' && <Notice title={t('untiedProviderOf')} />}
      <AccountProvider
        accountId={accountId}
        name={provider.name}
        tie={tie}
        locale={viewer.locale}
        end={endTieOfAccount}
      />
    </>
  );
}

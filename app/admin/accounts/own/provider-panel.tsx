import { OwnProvider } from '@/components/accounts/providers/own-provider';
import { findOwnTie } from '@/domain/accounts/providers/tie-queries';
import { env } from '@/domain/ground/env';
import { requireViewer } from '@/server/sign-in/session';
import { endOwnTie, reopenOwnTie } from './actions';

/** Whether the provider opens her account; nothing where the portal asks none. */
export async function ProviderPanel({ email }: { email: string | null }) {
  const provider = env.SIGN_IN_PROVIDER;
  if (!provider) return null;
  const viewer = await requireViewer();
  const tie = await findOwnTie(viewer);
  return (
    <OwnProvider
      name={provider.name}
      email={email}
      tie={tie}
      locale={viewer.locale}
      end={endOwnTie}
      reopen={reopenOwnTie}
    />
  );
}

import { getTranslations } from 'next-intl/server';
import { ResetPanel } from '@/components/accounts/second-factors/reset-panel';
import { Notice } from '@/components/ui/notice';
import { findFactorState } from '@/domain/accounts/factor-resets/reset-queries';
import { requireViewer } from '@/server/sign-in/session';
import { resetFactors } from './actions';

const SAID = ['reset-asked'] as const;

/** Whether the account has a second factor, and how one that was lost is reset; nothing for who could not give its roles. */
export async function FactorReset({ accountId, said }: { accountId: string; said: string | undefined }) {
  const viewer = await requireViewer();
  const [state, t] = await Promise.all([findFactorState(viewer, accountId), getTranslations('second-factors.said')]);
  if (!state) return null;
  const done = SAID.find((key) => key === said);
  return (
    <>
      {done && <Notice title={t(done)} />}
      <ResetPanel accountId={accountId} state={state} locale={viewer.locale} ask={resetFactors} />
    </>
  );
}

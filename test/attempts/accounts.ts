import { expect } from 'vitest';
import { grantRole, revokeRole } from '@/domain/accounts/commands';
import { inviteAccount } from '@/domain/accounts/invitations/invite-commands';
import { findAccount, listAccounts } from '@/domain/accounts/queries';
import { today } from '@/domain/days/day';
import { db } from '@/prisma/client';
import { createAccountWithRole } from '@/test/factories/accounts';
import { type AttemptStage, type Attempts, done } from '../attempt';

const email = () => ({ email: `${Math.random().toString(36).slice(2)}@demo.invalid` });

export function accountsAttempts({ union, province }: AttemptStage): Attempts<'accounts'> {
  return {
    'accounts.see': async (viewer) => {
      await createAccountWithRole(db, 'viewer', [union.khuPho5]);
      return (await listAccounts(viewer, {})).accounts.length > 0;
    },
    'accounts.invite': async (viewer) =>
      done(await inviteAccount(viewer, { contact: email(), role: 'viewer', unitId: union.khuPho5.id })),
    'accounts.grant': async (viewer) => {
      const { id } = await createAccountWithRole(db, 'viewer', [union.khuPho5]);
      return done(await grantRole(viewer, { accountId: id, role: 'trainer', unitId: union.khuPho5.id, from: today() }));
    },
    'accounts.revoke': async (viewer) => {
      const { id } = await createAccountWithRole(db, 'viewer', [union.khuPho5]);
      const grantId = (await findAccount(province, id))?.grants[0]?.id ?? expect.unreachable();
      return done(await revokeRole(viewer, { grantId, reason: 'thôi việc' }));
    },
  };
}

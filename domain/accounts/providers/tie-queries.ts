import type { Viewer } from '@/domain/access/viewer';
import { dayOf } from '@/domain/days/day';
import { env } from '@/domain/ground/env';
import { db } from '@/prisma/client';
import { findAccount } from '../queries';
import type { ProviderTie } from './provider-tie';

const asked = () => env.SIGN_IN_PROVIDER?.issuer;

/** Her own newest tie to the provider that the portal asks; null where she has none, or none is asked. */
export const findOwnTie = (viewer: Pick<Viewer, 'accountId'>, issuer = asked()): Promise<ProviderTie | null> =>
  findTie(viewer.accountId, issuer);

/** The same of an account, for whoever may take every role that it holds; null for everybody else. */
export async function findTieOfAccount(
  viewer: Viewer,
  accountId: string,
  issuer = asked(),
): Promise<ProviderTie | null> {
  const account = await findAccount(viewer, accountId);
  return account?.mayEndSessions ? findTie(account.id, issuer) : null;
}

async function findTie(accountId: string, issuer: string | undefined): Promise<ProviderTie | null> {
  if (!issuer) return null;
  const row = await db.providerTie.findFirst({
    where: { accountId, issuer },
    orderBy: { id: 'desc' },
    select: { id: true, tiedAt: true, endedAt: true, reopenedAt: true },
  });
  if (!row) return null;
  const { id, tiedAt, endedAt, reopenedAt } = row;
  return { id, since: dayOf(tiedAt), ended: endedAt && dayOf(endedAt), reopened: reopenedAt !== null };
}

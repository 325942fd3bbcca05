import { randomUUID } from 'node:crypto';
import type { Viewer } from '@/domain/access/viewer';
import { linkToken } from '@/domain/ground/link-token';
import type { Locale } from '@/domain/locale';
import { queueMessages } from '@/domain/messages/queue-writes';
import type { Transaction } from '@/prisma/transaction';
import type { InviteInput } from '../account';
import { tokenHash } from '../token';
import { INVITATION_HOURS, invitationMail } from './invitation';

/** Of two who invite to one address at the same moment, the second one waits. */
export const lockAddress = (tx: Transaction, address: string) =>
  tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtext(${`invitation ${address}`}))::text`;

/** Ends those of these invitations that nobody has taken up; how many it were. */
export async function endInvitations(tx: Transaction, which: { address: string } | { id: string }): Promise<number> {
  const { count } = await tx.invitation.updateMany({
    where: { ...which, acceptedAt: null, endedAt: null },
    data: { endedAt: new Date() },
  });
  return count;
}

const untilOf = (now: number) => new Date(now + INVITATION_HOURS * 3_600_000);

type Written = Omit<InviteInput, 'contact' | 'personId'> & {
  address: string;
  personId: string | null;
  requestId: string | null;
};

/** Its row, and the letter where it goes to an e-mail address. The letter names the row, and no token. */
export async function writeInvitation(
  tx: Transaction,
  viewer: Viewer,
  { address, role, unitId, personId, requestId, locale = 'vi' }: Written,
) {
  const id = randomUUID();
  const token = linkToken('invitation', id);
  const expiresAt = untilOf(Date.now());
  await tx.invitation.create({
    data: {
      id,
      tokenHash: tokenHash(token),
      address,
      role,
      unitId,
      personId,
      locale,
      invitedById: viewer.accountId,
      requestId,
      expiresAt,
    },
    select: { id: true },
  });
  return { id, token, role, locale, expiresAt, isMailed: await queueMail(tx, { id, round: 1, address, locale }) };
}

/**
 * A new link and a new span for an invitation, by whom it is sent again; null once it was taken up or ended. What two agreed to is good for as
 * long as their word.
 */
export async function renewInvitation(tx: Transaction, viewer: Viewer, id: string) {
  const [row] = await tx.$queryRaw<{ address: string; locale: Locale; round: number; agreedAt: Date | null }[]>`
    SELECT address, locale, round, (SELECT r.answered_at FROM second_pair r WHERE r.id = request_id) AS "agreedAt" FROM invitation
    WHERE id = ${id}::uuid AND accepted_at IS NULL AND ended_at IS NULL FOR NO KEY UPDATE`;
  if (!row) return null;
  const { agreedAt } = row;
  const round = row.round + 1;
  const token = linkToken('invitation', id, round);
  const expiresAt = untilOf(agreedAt?.getTime() ?? Date.now());
  if (expiresAt <= new Date()) return null;
  await tx.invitation.update({
    where: { id },
    data: { round, tokenHash: tokenHash(token), expiresAt, invitedById: viewer.accountId },
    select: { id: true },
  });
  return { id, token, expiresAt, isMailed: await queueMail(tx, { ...row, id, round }) };
}

type Mailed = { id: string; round: number; address: string; locale: Locale };

async function queueMail(tx: Transaction, { id, round, address, locale }: Mailed): Promise<boolean> {
  if (address.startsWith('+')) return false;
  const dedupeKey = invitationMail(id, round);
  const facts = { invitationId: id, round: String(round) };
  await queueMessages(tx, [{ kind: 'email', about: 'account-invited', dedupeKey, locale, recipient: address, facts }]);
  return true;
}

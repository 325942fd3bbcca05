import 'server-only';
import { tokenHash } from '@/domain/accounts/token';
import { linkToken } from '@/domain/ground/link-token';
import type { AccountMail } from '@/domain/messages/message';
import { nameToday } from '@/domain/units/unit';
import type { Forgotten, Invited } from '@/i18n/accounts/account-words';
import { db } from '@/prisma/client';
import type { AboutAccount } from './mail';

type Mailed = Omit<AboutAccount, 'told'>;
type Facts = Record<string, string>;

/**
 * A letter about an account as it stands at this moment; 'OVER' where its link opens nothing any more. The token is made from the
 * row here, for the outbox has none.
 */
export async function readAccountMail(
  mail: Mailed,
  facts: Facts,
  hasAccount: boolean,
): Promise<AboutAccount | 'NOBODY' | 'OVER'> {
  if (mail.about !== 'account-invited' && !hasAccount) return 'NOBODY';
  const told = await readers[mail.about](facts);
  return told ? { ...mail, told } : 'OVER';
}

async function readInvitation({ invitationId, round }: Facts): Promise<Invited | null> {
  const row = await db.invitation.findFirst({
    where: {
      id: invitationId ?? '',
      round: Number(round),
      acceptedAt: null,
      endedAt: null,
      expiresAt: { gt: new Date() },
    },
    select: {
      id: true,
      round: true,
      tokenHash: true,
      role: true,
      expiresAt: true,
      unit: { select: { unitNames: nameToday() } },
    },
  });
  const token = row && opening(linkToken('invitation', row.id, row.round), row.tokenHash);
  if (!row || !token) return null;
  const unitName = row.unit.unitNames[0]?.name ?? '';
  return { about: 'account-invited', token, until: row.expiresAt, role: row.role, unitName };
}

async function readReset({ resetId }: Facts): Promise<Forgotten | null> {
  const row = await db.passwordReset.findFirst({
    where: { id: resetId ?? '', usedAt: null, expiresAt: { gt: new Date() } },
    select: { id: true, tokenHash: true, expiresAt: true },
  });
  const token = row && opening(linkToken('password reset', row.id), row.tokenHash);
  return row && token ? { about: 'password-forgotten', token, until: row.expiresAt } : null;
}

/** The token, while it is the one whose hash stands in the row: not once the portal was given another secret. */
const opening = (token: string, hash: Uint8Array) => (Buffer.from(tokenHash(token)).equals(hash) ? token : null);

const readers: Record<AccountMail, (facts: Facts) => Promise<AboutAccount['told'] | null>> = {
  'account-invited': readInvitation,
  'password-forgotten': readReset,
  'password-changed': async ({ at = '' }) => ({ about: 'password-changed', at: new Date(at) }),
};

import type { Viewer } from '@/domain/access/viewer';
import { db } from '@/prisma/client';
import { isPassword } from './password';

/** What she reads of her own account: where mails go, and whether three lines a week do. */
export async function findOwnAccount(viewer: Viewer): Promise<{ email: string | null; hasDigest: boolean }> {
  const row = await db.account.findUnique({
    where: { id: viewer.accountId },
    select: { email: true, digestSince: true },
  });
  return { email: row?.email ?? null, hasDigest: row?.digestSince != null };
}

/** Is it her password? The caller counts the tries first, for each is hashed. */
export async function isOwnPassword(viewer: Pick<Viewer, 'accountId'>, password: string): Promise<boolean> {
  const where = { id: viewer.accountId, disabledAt: null };
  const row = await db.account.findFirst({ where, select: { passwordHash: true } });
  return isPassword(password, row?.passwordHash ?? null);
}

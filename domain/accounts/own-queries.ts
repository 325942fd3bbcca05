import type { Viewer } from '@/domain/access/viewer';
import { db } from '@/prisma/client';

/** What she reads of her own account: where mails go, and whether three lines a week do. */
export async function findOwnAccount(viewer: Viewer): Promise<{ email: string | null; hasDigest: boolean }> {
  const row = await db.account.findUnique({
    where: { id: viewer.accountId },
    select: { email: true, digestSince: true },
  });
  return { email: row?.email ?? null, hasDigest: row?.digestSince != null };
}

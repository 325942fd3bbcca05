import { db } from '@/prisma/client';

/** Whether a link for a new password opens: asked before there is a viewer, so it says nothing of whose it is. */
export async function isPublishedResetOpen(tokenHash: Uint8Array<ArrayBuffer>): Promise<boolean> {
  const open = { tokenHash, usedAt: null, expiresAt: { gt: new Date() }, account: { disabledAt: null } };
  return (await db.passwordReset.count({ where: open })) > 0;
}

import type { Viewer } from '@/domain/access/viewer';
import { toViewer, viewerSelect } from '@/domain/accounts/viewer-row';
import { db } from '@/prisma/client';

/** Whoever asked, with the roles that she holds today, for whoever may answer her; null once her account is closed. */
export async function findAsker(viewer: Viewer, request: { askedById: string }): Promise<Viewer | null> {
  if (request.askedById === viewer.accountId) return null;
  const row = await db.account.findFirst({
    where: { id: request.askedById, disabledAt: null },
    select: viewerSelect(),
  });
  return row && toViewer(row);
}

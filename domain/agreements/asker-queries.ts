import type { Viewer } from '@/domain/access/viewer';
import { viewerOfAccount } from '@/domain/accounts/viewer-queries';

/** Whoever asked, with the roles that she holds today, for whoever may answer her; null once her account is closed. */
export const findAsker = async (viewer: Viewer, request: { askedById: string }): Promise<Viewer | null> =>
  request.askedById === viewer.accountId ? null : viewerOfAccount(request.askedById);

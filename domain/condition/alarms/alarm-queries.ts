import { mayAnywhere } from '@/domain/access/access';
import type { Viewer } from '@/domain/access/viewer';
import { db } from '@/prisma/client';
import type { AlarmRow } from './alarm';

const SHOWN = 50;

/** Alarms that nobody has seen to, those about accounts first, then the newest, fifty at most; null for a viewer who may not see them. */
export async function listUnseenAlarms(viewer: Viewer): Promise<AlarmRow[] | null> {
  if (!mayAnywhere(viewer, 'condition.see')) return null;
  const rows = await db.alarm.findMany({
    where: { seenAt: null },
    // whoever asks from many networks pushes no account off the page
    orderBy: [{ accountId: { sort: 'asc', nulls: 'last' } }, { lastAt: 'desc' }],
    select: {
      id: true,
      kind: true,
      account: { select: { id: true, displayName: true } },
      network: true,
      count: true,
      firstAt: true,
      lastAt: true,
    },
    take: SHOWN,
  });
  return rows.map(({ account, ...row }) => ({
    ...row,
    account: account && { id: account.id, name: account.displayName },
    isHers: account?.id === viewer.accountId,
  }));
}

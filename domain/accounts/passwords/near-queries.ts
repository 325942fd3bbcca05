import { placedToday } from '@/domain/access/access';
import type { Viewer } from '@/domain/access/viewer';
import { activeOn, today } from '@/domain/days/day';
import { listPublishedNames } from '@/domain/units/name-queries';
import { db } from '@/prisma/client';

const GRANTS_MAX = 50;

/** What somebody near her knows and would try: her name, her address, and how her units and their communes are called. */
export async function listTextsNear(viewer: Pick<Viewer, 'accountId'>): Promise<string[]> {
  const account = await db.account.findUniqueOrThrow({
    where: { id: viewer.accountId },
    select: {
      displayName: true,
      email: true,
      roleGrantsAsAccount: { where: activeOn(today()), select: { unitId: true }, take: GRANTS_MAX },
    },
  });
  const units = account.roleGrantsAsAccount.map(({ unitId }) => unitId);
  return [account.displayName, account.email ?? '', ...(await listPublishedNamesNear(units))];
}

/** How these units are called today, and the communes in which they lie. */
export async function listPublishedNamesNear(unitIds: readonly string[]): Promise<string[]> {
  const spans = await db.unitSpan.findMany({
    where: { unitId: { in: [...unitIds] }, ...placedToday() },
    select: { communeId: true },
    take: GRANTS_MAX,
  });
  const names = await listPublishedNames([...unitIds, ...spans.map(({ communeId }) => communeId)]);
  return [...names.values()];
}

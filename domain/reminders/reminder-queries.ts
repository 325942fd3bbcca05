import { placedBelow, withinReach } from '@/domain/access/access';
import type { Viewer } from '@/domain/access/viewer';
import { toDate, today } from '@/domain/days/day';
import { isId } from '@/domain/id';
import { db } from '@/prisma/client';
import { lastSelect, newest, newestFirst, toLast } from './last';
import { type AskedOfHer, type LastReminder, REMINDED_MAX, type ReminderKind } from './reminder';

/** Those that stand today, or that keep it from being asked for again. */
const standing = (kind: ReminderKind) => {
  const day = toDate(today());
  return { kind, OR: [{ lapsesOn: { gt: day } }, { againFrom: { gt: day } }] };
};

/** What was last asked for at units of a commune, of those within the viewer's reach. */
export async function listRemindersIn(viewer: Viewer, communeId: string): Promise<LastReminder[]> {
  if (!isId(communeId)) return [];
  const rows = await db.reminder.findMany({
    where: {
      AND: [
        standing('coverage_gap'),
        { unit: { AND: [withinReach(viewer, 'coverage.see'), placedBelow({ communeId })] } },
      ],
    },
    orderBy: newestFirst,
    select: lastSelect(),
    take: REMINDED_MAX,
  });
  return newest(rows);
}

/** The same of these units, wherever they are. */
export async function listRemindersOf(viewer: Viewer, unitIds: readonly string[]): Promise<LastReminder[]> {
  const rows = await db.reminder.findMany({
    where: {
      AND: [
        standing('coverage_gap'),
        { unitId: { in: unitIds.filter(isId) }, unit: withinReach(viewer, 'coverage.see') },
      ],
    },
    orderBy: newestFirst,
    select: lastSelect(),
    take: REMINDED_MAX,
  });
  return newest(rows);
}

/** What the viewer herself is asked for, and that has not lapsed; whether it is mended shows in what it is about. */
export async function listAskedOf(viewer: Viewer): Promise<AskedOfHer[]> {
  const rows = await db.reminder.findMany({
    where: {
      kind: 'coverage_gap',
      lapsesOn: { gt: toDate(today()) },
      recipients: { some: { accountId: viewer.accountId } },
    },
    orderBy: newestFirst,
    select: { ...lastSelect(), parts: true },
    take: REMINDED_MAX,
  });
  const each = new Map([...rows].reverse().map((row) => [row.unitId, row]));
  return [...each.values()].map((row) => {
    const { unitId, by, askedOn, lastDay } = toLast(row);
    return { unitId, parts: row.parts, by, askedOn, lastDay };
  });
}

import { mayAnywhere } from '@/domain/access/access';
import type { Viewer } from '@/domain/access/viewer';
import { nameToday } from '@/domain/units/unit';
import { db } from '@/prisma/client';
import type { Difference } from './comparison';

const SHOWN = 50;

/** What the nightly comparisons found and nobody has seen yet, the newest first; the first fifty. */
export async function listUnseenDifferences(viewer: Viewer): Promise<Difference[]> {
  if (!mayAnywhere(viewer, 'jobs.see')) return [];
  const rows = await db.coverageDifference.findMany({
    where: { seenAt: null },
    orderBy: [{ foundAt: 'desc' }, { id: 'desc' }],
    select: {
      id: true,
      foundAt: true,
      units: true,
      unmended: true,
      counts: true,
      commune: { select: { unitNames: nameToday() } },
    },
    take: SHOWN,
  });
  return rows.map(({ commune, ...row }) => ({ ...row, communeName: commune.unitNames[0]?.name ?? '' }));
}

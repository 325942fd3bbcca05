import { mayForProvince, withinReach } from '@/domain/access/access';
import type { Viewer } from '@/domain/access/viewer';
import { nameToday } from '@/domain/units/unit';
import { db } from '@/prisma/client';
import type { RulingRow } from './ruling';

const RULINGS_MAX = 100;

/** Rulings that let an office approve what it wrote, newest first; null for whoever does not rule. */
export async function listRulings(viewer: Viewer): Promise<RulingRow[] | null> {
  if (!mayForProvince(viewer, 'articles.rule')) return null;
  const rows = await db.approvalRuling.findMany({
    where: { unit: withinReach(viewer, 'articles.rule') },
    orderBy: { id: 'desc' },
    select: {
      id: true,
      validFrom: true,
      validTo: true,
      reason: true,
      ruledAt: true,
      ruledBy: { select: { displayName: true } },
      revokedAt: true,
      revokedBy: { select: { displayName: true } },
      revokeReason: true,
      unit: { select: { unitNames: nameToday() } },
    },
    take: RULINGS_MAX,
  });
  return rows.map(({ unit, validFrom, validTo, ruledBy, revokedBy, ...row }) => ({
    ...row,
    unitName: unit.unitNames[0]?.name ?? '',
    from: validFrom,
    to: validTo,
    ruledBy: ruledBy.displayName,
    revokedBy: revokedBy?.displayName ?? null,
  }));
}

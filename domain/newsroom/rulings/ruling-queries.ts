import { mayForProvince, withinReach } from '@/domain/access/access';
import type { Viewer } from '@/domain/access/viewer';
import { behindId, pageOf } from '@/domain/page';
import { toHost, unitsAbove } from '@/domain/units/host';
import { listPublishedNames } from '@/domain/units/name-queries';
import { toUnit, unitSelect } from '@/domain/units/unit';
import { db } from '@/prisma/client';
import type { RulingRow } from './ruling';

const PAGE = 40;

export type RulingPage = { rulings: RulingRow[]; next: string | null };

/** Rulings that let an office approve what it wrote, newest first, forty at a time; null for whoever does not rule. `after`: the last one of the page before. */
export async function listRulings(viewer: Viewer, after?: string): Promise<RulingPage | null> {
  if (!mayForProvince(viewer, 'articles.rule')) return null;
  const rows = await db.approvalRuling.findMany({
    where: { unit: withinReach(viewer, 'articles.rule'), ...behindId(after, 'desc') },
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
      unit: { select: unitSelect() },
    },
    take: PAGE + 1,
  });
  const { page, next } = pageOf(rows, PAGE);
  const units = page.map(({ unit }) => toUnit(unit));
  const names = await listPublishedNames(units.flatMap(unitsAbove));
  const rulings = page.map(({ unit: row, validFrom, validTo, ruledBy, revokedBy, ...ruling }) => {
    const unit = toUnit(row);
    return {
      ...ruling,
      unitName: unit.name,
      communeName: unit.level === 'commune' ? null : toHost(unit, names).communeName,
      demo: unit.demo,
      from: validFrom,
      to: validTo,
      ruledBy: ruledBy.displayName,
      revokedBy: revokedBy?.displayName ?? null,
    };
  });
  return { rulings, next };
}

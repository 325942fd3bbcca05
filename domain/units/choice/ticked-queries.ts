import { withinReach } from '@/domain/access/access';
import type { Permission } from '@/domain/access/permissions';
import type { Viewer } from '@/domain/access/viewer';
import { toDate, today } from '@/domain/days/day';
import { isId } from '@/domain/id';
import { db } from '@/prisma/client';
import { listPublishedNames } from '../name-queries';
import { unitSelect } from '../unit';
import { TICKED_MAX, type TickedUnit } from './ticked';

/**
 * The open sub-associations and groups of a commune among these, where the viewer may do this; at most sixty. What is none of
 * them, or beyond her reach, is left out.
 */
export async function listTicked(
  viewer: Viewer,
  permission: Permission,
  communeId: string,
  ids: readonly string[],
): Promise<TickedUnit[]> {
  const asked = [...new Set(ids)].filter(isId).slice(0, TICKED_MAX);
  if (asked.length === 0) return [];
  const rows = await db.unit.findMany({
    where: {
      AND: [
        { id: { in: asked }, level: { in: ['sub_association', 'group'] } },
        { OR: [{ closedOn: null }, { closedOn: { gt: toDate(today()) } }] },
        withinReach(viewer, permission),
      ],
    },
    select: unitSelect(),
    take: TICKED_MAX,
  });
  const here = rows.filter(({ unitSpans: [place] }) => place?.communeId === communeId);
  const aboves = await listPublishedNames(here.map(({ unitSpans: [place] }) => place?.subAssociationId ?? null));
  return here.map(({ id, slug, unitNames, unitSpans: [place] }) => {
    const name = unitNames[0]?.name ?? slug;
    const subAssociationId = place?.subAssociationId ?? id;
    return { id, name, subAssociationId, subAssociation: aboves.get(subAssociationId) ?? name };
  });
}

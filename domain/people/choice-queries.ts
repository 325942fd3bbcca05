import { withinReach } from '@/domain/access/access';
import type { Viewer } from '@/domain/access/viewer';
import { activeOn, today } from '@/domain/days/day';
import { lastingAfter } from '@/domain/days/ending';
import { isId } from '@/domain/id';
import { nameToday } from '@/domain/units/unit';
import { db } from '@/prisma/client';
import type { NetworkOption } from './memberships/network';
import type { TermOption } from './memberships/office';

const CHOICES_MAX = 200;

/** Terms of these units that have not ended, where the viewer may appoint; the youngest first, at most 200. */
export async function listTerms(viewer: Viewer, unitIds: readonly string[]): Promise<TermOption[]> {
  return db.term.findMany({
    where: {
      AND: [
        { unitId: { in: unitIds.filter(isId) }, unit: withinReach(viewer, 'people.appoint') },
        lastingAfter(today(), db.term.fields),
      ],
    },
    orderBy: [{ validFrom: 'desc' }, { id: 'desc' }],
    select: { id: true, unitId: true, name: true },
    take: CHOICES_MAX,
  });
}

/** Networks of these units that stand today, where the viewer may say who takes part; at most 200. */
export async function listNetworks(viewer: Viewer, unitIds: readonly string[]): Promise<NetworkOption[]> {
  const rows = await db.network.findMany({
    where: {
      AND: [{ unitId: { in: unitIds.filter(isId) }, unit: withinReach(viewer, 'people.networks') }, activeOn(today())],
    },
    orderBy: [{ kind: 'asc' }, { name: 'asc' }],
    select: { id: true, kind: true, name: true, unit: { select: { unitNames: nameToday() } } },
    take: CHOICES_MAX,
  });
  return rows.map(({ unit, ...row }) => ({ ...row, unitName: unit.unitNames[0]?.name ?? '' }));
}

import { mayForProvince, placedToday, withinReach } from '@/domain/access/access';
import type { Permission } from '@/domain/access/permissions';
import type { UnitPath, Viewer } from '@/domain/access/viewer';
import { activeOn, today } from '@/domain/days/day';
import { type Unit, unitSelect } from '@/domain/units/unit';

/**
 * Models that the viewer reaches, as a Prisma filter: the unit that hosts them today lies within her reach; if none does,
 * one that did. In the province every host lies. Reach stands first: PostgreSQL begins with her units.
 */
export const modelsWithin = (viewer: Viewer, permission: Permission) => {
  if (mayForProvince(viewer, permission)) return { modelHosts: { some: {} } };
  const unit = withinReach(viewer, permission);
  return {
    modelHosts: { some: { unit } },
    OR: [{ modelHosts: { some: { ...activeOn(today()), unit } } }, { modelHosts: { none: activeOn(today()) } }],
  };
};

/** Models hosted today by a unit of this commune, as a Prisma filter. */
export const modelsOfCommune = (communeId: string) => ({
  modelHosts: {
    some: { ...activeOn(today()), unit: { unitSpans: { some: { AND: [placedToday(), { communeId }] } } } },
  },
});

/** The area of a model's people: its sub-association, also where one of the groups hosts it. */
export const peopleArea = ({ level, path }: Pick<Unit, 'level' | 'path'>): UnitPath =>
  level === 'group' ? path.replace(/[^/]+\/$/, '') : path;

/** The host of today (or the last one), to be selected with a model. */
export const hostToday = () => ({
  orderBy: { validFrom: 'desc' as const },
  where: { validFrom: activeOn(today()).validFrom },
  select: { unit: { select: unitSelect() } },
  take: 1,
});

/** The status of today, to be selected with a model. */
export const statusToday = () => ({
  where: activeOn(today()),
  select: { status: true, validFrom: true },
  take: 1,
});

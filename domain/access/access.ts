import { toDate, today } from '@/domain/days/day';
import { type Permission, permissions, type Role } from './permissions';
import type { UnitPath, Viewer } from './viewer';

export const isWithin = (path: UnitPath, area: UnitPath) => path.startsWith(area);

/** The parts of the union where the viewer may do this. Empty means nowhere. */
export function reach(viewer: Viewer, permission: Permission): UnitPath[] {
  const allowed: readonly Role[] = permissions[permission];
  return viewer.grants.filter((grant) => allowed.includes(grant.role)).map((grant) => grant.path);
}

/** May the viewer do this here? The question for one record. */
export const may = (viewer: Viewer, permission: Permission, path: UnitPath) =>
  reach(viewer, permission).some((area) => isWithin(path, area));

/** May she do it anywhere at all? Only for what is offered in menus, never to protect a thing. */
export const mayAnywhere = (viewer: Viewer, permission: Permission) => reach(viewer, permission).length > 0;

/** Is an area the whole province? */
export const isEverywhere = (area: UnitPath) => /^\/\d+\/$/.test(area);

/** May she do it for the whole province? For what is one for all communes, such as a checklist. */
export const mayForProvince = (viewer: Viewer, permission: Permission) => reach(viewer, permission).some(isEverywhere);

/** Does an area hold whole communes: is it the province, or a commune? */
export const holdsCommunes = (area: UnitPath) => /^\/\d+\/(\d+\/)?$/.test(area);

/**
 * The areas where she may do it, for SQL that takes areas: null is everywhere, and nothing is asked where it belongs.
 */
export const reachOrAll = (viewer: Viewer, permission: Permission): UnitPath[] | null =>
  mayForProvince(viewer, permission) ? null : reach(viewer, permission);

/** Every unit has a number, so that nobody is asked for her place where all are within reach. */
const EVERYWHERE = { no: { gt: 0 } };
/** Prisma drops an empty OR inside an AND, but not this. */
const NOWHERE = { no: { in: [] as number[] } };

/**
 * The same question for many records, as a Prisma filter on a unit. A range, since "starts with" uses no index; "~"
 * sorts behind every digit and slash.
 */
export function withinAreas(areas: UnitPath[]) {
  if (areas.length === 0) return NOWHERE;
  if (areas.some(isEverywhere)) return EVERYWHERE;
  return {
    unitSpans: {
      some: { AND: [placedToday(), { OR: areas.map((area) => ({ path: { gte: area, lt: `${area}~` } })) }] },
    },
  };
}

export const withinReach = (viewer: Viewer, permission: Permission) => withinAreas(reach(viewer, permission));

/**
 * The stretch of a unit's placement that holds today; a closed unit keeps its last place, one that is founded from a
 * coming day has the place it will begin with. As a Prisma filter on its spans.
 */
export const placedToday = () => {
  const day = toDate(today());
  return {
    OR: [
      { validFrom: { lte: day }, isLast: true },
      { validFrom: { lte: day }, validTo: { gt: day } },
      { validFrom: { gt: day }, isLast: true, unit: { openedOn: { gt: day } } },
    ],
  };
};

/** Units that stand in this commune or sub-association today, as a Prisma filter on a unit. */
export const placedBelow = (place: { communeId?: string; subAssociationId?: string }) => ({
  unitSpans: { some: { AND: [placedToday(), place] } },
});

/** The stretch of today, to be selected with a unit: `select: { unitSpans: spanToday }`. */
export const spanToday = () => ({
  where: placedToday(),
  select: { path: true, communeId: true, subAssociationId: true },
  take: 1,
});

/** The path of a unit selected with `spanToday()`. A unit without a place is within nobody's reach. */
export const pathOf = (unit: { unitSpans: { path: string }[] }): UnitPath => unit.unitSpans[0]?.path ?? '';

import { holdsCommunes, isEverywhere } from '@/domain/access/access';
import type { Role } from '@/domain/access/permissions';
import type { Grant, Viewer } from '@/domain/access/viewer';
import type { Unit } from '@/domain/units/unit';

/** Roles whose work is a place. An administrator and an editor work for all places, a trainer where her classes are. */
const placeRoles: readonly Role[] = ['province_official', 'viewer', 'commune_official', 'sub_association_head'];

/** A unit that she answers for or looks after: her first page is its page of today. */
export type Place = Unit;

const isOfPlace = ({ role }: Grant) => placeRoles.includes(role);
const depthOf = ({ path }: Pick<Grant, 'path'>) => path.split('/').length;

/** The units that she has a place at, each once, the widest first. */
export function placesOf(viewer: Viewer): Pick<Grant, 'unitId' | 'path'>[] {
  const each = new Map(viewer.grants.filter(isOfPlace).map((grant) => [grant.unitId, grant]));
  return [...each.values()].sort((one, other) => depthOf(one) - depthOf(other));
}

/** The place that is asked for, if it is one of hers; else the widest. Null for who has none. */
export function choosePlace(viewer: Viewer, asked?: string): Pick<Grant, 'unitId' | 'path'> | null {
  const places = placesOf(viewer);
  return places.find(({ unitId }) => unitId === asked) ?? places[0] ?? null;
}

/** The viewer with the roles that she holds at one of her places, and with those that are for no place. */
export const viewerAt = (viewer: Viewer, unitId: string): Viewer => ({
  ...viewer,
  grants: viewer.grants.filter((grant) => grant.unitId === unitId || !isOfPlace(grant)),
});

/** What her first page is about: a place, or without one her classes, or whatever else waits for her. */
export type Scene = 'province' | 'commune' | 'unit' | 'classes' | 'work';

export function sceneOf(viewer: Viewer, place: Pick<Grant, 'path'> | null): Scene {
  if (place) return isEverywhere(place.path) ? 'province' : holdsCommunes(place.path) ? 'commune' : 'unit';
  return viewer.grants.some(({ role }) => role === 'trainer') ? 'classes' : 'work';
}

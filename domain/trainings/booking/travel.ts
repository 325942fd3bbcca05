import type { Times } from '../session';

/*
 * How long a trainer needs from one place to another: an estimate for a warning, never a rule that forbids. Assumed are 30 km/h
 * over country roads and 15 minutes to set out and to set up. Where a hall has no coordinates, its commune's tile on the map stands
 * for it: Đồng Nai's 95 communes share 12,737 km², so that neighbouring tiles are about 12 km apart.
 */
const SPEED_KM_H = 30;
const MARGIN_MINUTES = 15;
const TILE_KM = 12;
/** from one hall to another in the same commune, where nothing more is known */
const WITHIN_COMMUNE_KM = 4;
const EARTH_KM = 6371;

/** Longer than from one end of the province to the other. */
export const TRAVEL_MINUTES_MAX = 360;

export type Place = {
  venueId: string | null;
  point: { lat: number; lon: number } | null;
  tile: { q: number; r: number } | null;
};

/** Minutes from one place to another; 0 within one hall, null where neither coordinates nor communes are known. */
export function travelMinutes(from: Place, to: Place): number | null {
  if (from.venueId !== null && from.venueId === to.venueId) return 0;
  const km = distance(from, to);
  return km === null ? null : Math.min(TRAVEL_MINUTES_MAX, Math.ceil((km / SPEED_KM_H) * 60) + MARGIN_MINUTES);
}

function distance(from: Place, to: Place): number | null {
  if (from.point && to.point) return greatCircle(from.point, to.point);
  if (!from.tile || !to.tile) return null;
  return Math.max(WITHIN_COMMUNE_KM, steps(from.tile, to.tile) * TILE_KM);
}

/** Steps between two tiles of a hexagon map, in axial coordinates. */
const steps = (a: { q: number; r: number }, b: { q: number; r: number }) => {
  const [q, r] = [a.q - b.q, a.r - b.r];
  return (Math.abs(q) + Math.abs(r) + Math.abs(q + r)) / 2;
};

function greatCircle(a: { lat: number; lon: number }, b: { lat: number; lon: number }): number {
  const rad = (degrees: number) => (degrees * Math.PI) / 180;
  const half = (from: number, to: number) => Math.sin(rad(to - from) / 2) ** 2;
  const square = half(a.lat, b.lat) + Math.cos(rad(a.lat)) * Math.cos(rad(b.lat)) * half(a.lon, b.lon);
  return 2 * EARTH_KM * Math.asin(Math.min(1, Math.sqrt(square)));
}

/** How many minutes lie between two sessions of which neither overlaps the other; null when they overlap. */
export function minutesBetween(one: Times, other: Times): number | null {
  const gap = Math.max(
    other.startsAt.getTime() - one.endsAt.getTime(),
    one.startsAt.getTime() - other.endsAt.getTime(),
  );
  return gap < 0 ? null : gap / 60_000;
}

/** Too little time between two sessions of one trainer: what stands there, and how long the way takes. */
export type TravelWarning = {
  trainer: string;
  /** 'before': she comes from there; 'after': she must go there */
  when: 'before' | 'after';
  place: string;
  /** null where the viewer may not see it */
  session: string | null;
  startsAt: Date;
  endsAt: Date;
  allDay: boolean;
  minutesNeeded: number;
  minutesFree: number;
};

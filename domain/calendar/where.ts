import type { PublishedSession, PublishedVenue } from '@/domain/trainings/session-view';

/** A point on the earth, in degrees. */
export type EarthPoint = { lat: number; lon: number };

/** A hall of a commune and what is coming there, the next first. */
export type BusyVenue = { venue: PublishedVenue; point: EarthPoint | null; sessions: PublishedSession[] };

/** Halls in the order in which something takes place there, those with a point first; and what has no hall at all. */
export function byVenue(sessions: readonly PublishedSession[]): { venues: BusyVenue[]; elsewhere: PublishedSession[] } {
  const venues = new Map<string, BusyVenue>();
  const elsewhere: PublishedSession[] = [];
  for (const session of sessions) {
    const { venue } = session;
    if (!venue) {
      elsewhere.push(session);
      continue;
    }
    const known = venues.get(venue.id);
    if (known) known.sessions.push(session);
    else venues.set(venue.id, { venue, point: pointOf(venue), sessions: [session] });
  }
  const all = [...venues.values()];
  return { venues: [...all.filter(({ point }) => point), ...all.filter(({ point }) => !point)], elsewhere };
}

const pointOf = ({ lat, lon }: PublishedVenue): EarthPoint | null =>
  lat === null || lon === null ? null : { lat, lon };

const METRES_A_DEGREE = 111_320;

/** How many metres a point lies east and north of another; true enough within a commune. */
export const metresFrom = (from: EarthPoint, to: EarthPoint) => ({
  east: (to.lon - from.lon) * METRES_A_DEGREE * Math.cos((from.lat * Math.PI) / 180),
  north: (to.lat - from.lat) * METRES_A_DEGREE,
});

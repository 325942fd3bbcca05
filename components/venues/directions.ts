import type { PublishedSession } from '@/domain/trainings/session-view';

/** A map of the place, where it has one: by its point on the earth, else by its address. */
export function directionsTo({ venue, commune }: Pick<PublishedSession, 'venue' | 'commune'>): string | null {
  if (!venue) return null;
  const point = venue.lat !== null && venue.lon !== null ? `${venue.lat},${venue.lon}` : null;
  const words = venue.address && [venue.name, venue.address, commune?.name, 'Đồng Nai'].filter(Boolean).join(', ');
  const wanted = point ?? words;
  return wanted ? `https://www.google.com/maps/search/?api=1&query=${encodeURIComponent(wanted)}` : null;
}

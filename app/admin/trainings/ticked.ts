import 'server-only';
import { getTranslations } from 'next-intl/server';
import type { Viewer } from '@/domain/access/viewer';
import type { SessionValues } from '@/domain/trainings/plan';
import { holderOf, placesOf, TICKED_MAX } from '@/domain/units/choice/ticked';
import { listTicked } from '@/domain/units/choice/ticked-queries';

/** As many places as fit into the notes of a session and are still read. */
const NAMED_MAX = 20;

/** The ids of units that were ticked, from an address: `units=a,b` or `units=a&units=b`. */
export const tickedIn = (units: string | string[] | undefined): string[] =>
  [units ?? []]
    .flat()
    .flatMap((each) => each.split(','))
    .slice(0, TICKED_MAX);

/** The fields of one session for the units that were ticked: the unit that holds them all, and for whom it is, in its notes. */
export async function forTicked(
  viewer: Viewer,
  communeId: string,
  units: string | string[] | undefined,
): Promise<Partial<SessionValues>> {
  const ticked = await listTicked(viewer, 'trainings.propose', communeId, tickedIn(units));
  if (ticked.length === 0) return {};
  const t = await getTranslations('trainings.form');
  const places = placesOf(ticked);
  const words = places
    .slice(0, NAMED_MAX)
    .map(({ name, groups }) => (groups.length > 0 ? t('tickedGroups', { name, groups: groups.join(', ') }) : name));
  const more = places.length - words.length;
  return {
    unitId: holderOf(communeId, ticked),
    notes: t('tickedFor', { places: words.join('; ') }) + (more > 0 ? t('tickedMore', { count: more }) : ''),
  };
}

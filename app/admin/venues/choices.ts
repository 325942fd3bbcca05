import 'server-only';
import { getTranslations } from 'next-intl/server';
import { capital, communeWords } from '@/components/trainings/place-words';
import { unitOptions } from '@/components/trainings/session-choices';
import type { Viewer } from '@/domain/access/viewer';
import { listPublishedCommunes, listUnits } from '@/domain/units/queries';

export const venuesPath = '/admin/venues';

/** The list of a commune's halls, with what was just done. */
export const venuesOf = (communeId: string | null, said?: string) => {
  const query = new URLSearchParams({ ...(communeId ? { commune: communeId } : {}), ...(said ? { said } : {}) });
  return query.size > 0 ? `${venuesPath}?${query}` : venuesPath;
};

/** The communes in whose halls she has a say, in Vietnamese order. */
export const communesToKeep = (viewer: Viewer) =>
  listUnits(viewer, { permission: 'trainings.keep-venues', levels: ['commune'] });

/** The commune as a whole and its units, as the form offers them; null where she may keep no halls. */
export async function unitsToKeep(viewer: Viewer, communeId: string) {
  const permission = 'trainings.keep-venues' as const;
  const [t, communes, units] = await Promise.all([
    getTranslations('trainings'),
    listPublishedCommunes(),
    listUnits(viewer, { permission, levels: ['commune', 'sub_association', 'group'], communeId }),
  ]);
  const commune = communes.find(({ id }) => id === communeId);
  if (!commune || units.length === 0) return null;
  return unitOptions(units, commune, capital(t('form.whole', { commune: communeWords(t, commune) })));
}

import 'server-only';
import type { Viewer } from '@/domain/access/viewer';
import { askForUnit } from '../units/question';

export const venuesPath = '/admin/venues';

/** The list of a commune's halls, with what was just done. */
export const venuesOf = (communeId: string | null, said?: string) => {
  const query = new URLSearchParams({ ...(communeId ? { commune: communeId } : {}), ...(said ? { said } : {}) });
  return query.size > 0 ? `${venuesPath}?${query}` : venuesPath;
};

const permission = 'trainings.keep-venues' as const;

/** The communes in whose halls she has a say. */
export const askForCommune = (viewer: Viewer, said: string | string[] | undefined) =>
  askForUnit(viewer, { permission, levels: ['commune'] }, said);

/** The keeper of a hall: the commune as a whole or a unit in it. */
export const askForKeeper = (viewer: Viewer, communeId: string, said?: string) =>
  askForUnit(viewer, { permission, levels: ['commune', 'sub_association', 'group'], within: communeId }, said);

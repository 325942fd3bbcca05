import 'server-only';
import type { Permission } from '@/domain/access/permissions';
import type { Viewer } from '@/domain/access/viewer';
import { listUnits } from '@/domain/units/queries';

/** Units that a role can be given for: the city and its communes, or, with a commune chosen, that one and its sub-associations. */
export async function unitChoices(viewer: Viewer, permission: Permission, communeId: string | undefined) {
  const wide = await listUnits(viewer, { permission, levels: ['province', 'commune'] });
  const commune = wide.find(({ id }) => id === communeId);
  if (!commune) return { communes: wide.filter(({ level }) => level === 'commune'), units: wide };
  const below = await listUnits(viewer, { permission, levels: ['sub_association'], communeId: commune.id });
  return { communes: wide.filter(({ level }) => level === 'commune'), units: [commune, ...below] };
}

import 'server-only';
import type { Permission } from '@/domain/access/permissions';
import type { Viewer } from '@/domain/access/viewer';
import type { PersonRecord } from '@/domain/people/record';
import { listUnits } from '@/domain/units/queries';
import type { Unit } from '@/domain/units/unit';

/** Units where the viewer may do this and to which the person belongs: her groups and all above them, the widest first. */
export async function unitsAround(viewer: Viewer, person: PersonRecord, permission: Permission): Promise<Unit[]> {
  const open = person.memberships.filter(({ to }) => to === null);
  const paths = [person.keeper.path, ...open.map(({ path }) => path)];
  const communes = [...new Set(open.map(({ communeId }) => communeId))].filter((id) => id !== null).slice(0, 5);
  const lists = await Promise.all([
    listUnits(viewer, { permission, levels: ['province'] }),
    ...communes.map((communeId) =>
      listUnits(viewer, { permission, levels: ['commune', 'affiliated', 'sub_association', 'group'], communeId }),
    ),
  ]);
  return lists
    .flat()
    .filter(({ path }) => paths.some((own) => own.startsWith(path)))
    .sort((one, other) => one.path.length - other.path.length);
}

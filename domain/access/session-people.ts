import { may, mayAnywhere, reach, withinAreas } from './access';
import type { Permission } from './permissions';
import { asOther, asTrainer, isOfProvince } from './trainer';
import type { UnitPath, Viewer } from './viewer';

type Taught = { unitPath: UnitPath; trainerIds: readonly string[] };

/**
 * Who has to do with the people of a session: its participants, their marks, what they learned, what they are told. The
 * one rule for all of these, beyond the table of `permissions.ts`:
 * - by her other roles whoever may do this where the session is;
 * - a trainer in the sessions she teaches, while her role as a trainer reaches their unit; in those of the province as a
 *   whole, while she is a trainer anywhere.
 * `taught`: what the table asks of a trainer, where that is another verb.
 * The same rule twice: as a question on one session (`mayWithPeople`) and as a filter (`withPeopleFor`).
 */
export function mayWithPeople(
  viewer: Viewer,
  permission: Permission,
  session: Taught,
  taught: Permission = permission,
): boolean {
  if (may(asOther(viewer), permission, session.unitPath)) return true;
  if (viewer.personId === null || !session.trainerIds.includes(viewer.personId)) return false;
  const trainer = asTrainer(viewer);
  return isOfProvince(session) ? mayAnywhere(trainer, taught) : may(trainer, taught, session.unitPath);
}

/** The same for many sessions, as a Prisma filter. */
export function withPeopleFor(viewer: Viewer, permission: Permission, taught: Permission = permission) {
  const areas = viewer.personId === null ? [] : reach(asTrainer(viewer), taught);
  const trainerId = viewer.personId ?? '';
  return {
    OR: [
      { unit: withinAreas(reach(asOther(viewer), permission)) },
      ...(areas.length > 0
        ? [
            {
              sessionTrainers: { some: { trainerId } },
              unit: { OR: [{ level: 'province' as const }, withinAreas(areas)] },
            },
          ]
        : []),
    ],
  };
}

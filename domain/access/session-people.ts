import { may, mayAnywhere, reach, withinAreas } from './access';
import type { Permission } from './permissions';
import { asOther, asTrainer, isOfProvince } from './trainer';
import type { UnitPath, Viewer } from './viewer';

type Taught = { unitPath: UnitPath; trainerIds: readonly string[] };

/**
 * Whether the viewer has to do with the people of a session: participants, marks, outcomes, messages. `taught`: what
 * `permissions.ts` asks of a trainer, where that is another verb. `withPeopleFor` is the same rule.
 */
export function mayWithPeople(
  viewer: Viewer,
  permission: Permission,
  session: Taught,
  taught: Permission = permission,
): boolean {
  // By her other roles whoever may do this where the session is; a trainer in the sessions she teaches.
  if (may(asOther(viewer), permission, session.unitPath)) return true;
  if (viewer.personId === null || !session.trainerIds.includes(viewer.personId)) return false;
  const trainer = asTrainer(viewer);
  // Her role as a trainer reaches the session's unit; a session of the province as a whole asks for that role
  // anywhere.
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

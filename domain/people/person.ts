import { withinReach } from '@/domain/access/access';
import type { Permission } from '@/domain/access/permissions';
import type { Viewer } from '@/domain/access/viewer';
import { activeOn, today } from '@/domain/day';

/** A member as she is picked from a list: enough to tell two women of one name apart, nothing more. */
export type Member = { id: string; name: string; birthYear: number | null; unitId: string; unitName: string };

const onRecord = { erasedOn: null, mergedIntoId: null };

/** Members of the union today whom the viewer reaches through a unit they belong to, as a Prisma filter. */
export const membersWithin = (viewer: Viewer) => ({
  ...onRecord,
  memberships: { some: { ...activeOn(today()), unit: withinReach(viewer, 'people.see') } },
});

/**
 * Persons of whom the viewer may do this, as a Prisma filter: their record is kept within her reach, or they belong to a
 * unit within it today. What changes the record itself asks `personsKeptWithin`.
 */
export const personsWithin = (viewer: Viewer, permission: Permission) => {
  const unit = withinReach(viewer, permission);
  return { ...onRecord, OR: [{ keeperUnit: unit }, { memberships: { some: { ...activeOn(today()), unit } } }] };
};

/** Persons whose record is kept within the viewer's reach: who keeps it answers for it and changes it. */
export const personsKeptWithin = (viewer: Viewer, permission: Permission) => ({
  ...onRecord,
  keeperUnit: withinReach(viewer, permission),
});

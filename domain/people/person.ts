import { withinAreas, withinReach } from '@/domain/access/access';
import type { Permission } from '@/domain/access/permissions';
import type { UnitPath, Viewer } from '@/domain/access/viewer';
import { activeOn, today } from '@/domain/days/day';
import type { MaskedPhone } from './phones/phone';

/** A member as she is picked from a list: enough to tell two women of one name apart, nothing more. */
export type Member = { id: string; name: string; birthYear: number | null; unitId: string; unitName: string };

export const membershipKinds = ['member', 'core', 'honorary'] as const;
export type MembershipKind = (typeof membershipKinds)[number];

export const officeTitles = [
  'chair',
  'vice_chair',
  'standing_member',
  'committee_member',
  'full_time_official',
  'sub_association_head',
  'sub_association_deputy',
  'group_head',
  'group_deputy',
] as const;
export type OfficeTitle = (typeof officeTitles)[number];

export const networkKinds = [
  'community_digital_team',
  'public_opinion_collaborator',
  'knowledge_sharing_group',
] as const;
export type NetworkKind = (typeof networkKinds)[number];

/** One line of the register. */
export type PersonRow = {
  id: string;
  name: string;
  birthYear: number | null;
  /** masked; null where none is kept or she may not ask for it */
  phone: MaskedPhone | null;
  kind: MembershipKind | null;
  unitName: string;
  communeName: string | null;
  offices: { title: OfficeTitle; unitName: string }[];
  demo: boolean;
};

const onRecord = { erasedOn: null, mergedIntoId: null };

/** Members of the union today whom the viewer reaches through a unit they belong to, as a Prisma filter. */
export const membersWithin = (viewer: Viewer) => ({
  ...onRecord,
  memberships: { some: { ...activeOn(today()), unit: withinReach(viewer, 'people.see') } },
});

/** Members of the union today who belong to a unit of this area, whoever asks, as a Prisma filter. */
export const membersOf = (area: UnitPath) => ({
  ...onRecord,
  memberships: { some: { ...activeOn(today()), unit: withinAreas([area]) } },
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

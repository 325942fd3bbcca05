import { z } from 'zod';
import { dayInput } from '@/domain/days/day-input';
import { endingFields, saysWhen, whenNeeded } from '@/domain/days/ending';
import { idInput } from '@/domain/id';
import { line, optional } from '@/domain/texts/text';
import type { UnitLevel } from '@/domain/units/unit';
import { versionInput } from '@/domain/version';
import { membershipKinds } from '../person';

export const startMembershipInput = z.object({
  personId: idInput,
  unitId: idInput,
  kind: z.enum(membershipKinds),
  from: dayInput,
});
export type StartMembershipInput = z.output<typeof startMembershipInput>;

export const endMembershipInput = z
  .object({
    personId: idInput,
    membershipId: idInput,
    version: versionInput,
    ...endingFields,
    reason: line(3, 200),
  })
  .refine(saysWhen, whenNeeded);
export type EndMembershipInput = z.output<typeof endMembershipInput>;

/**
 * A move from one group to another of the commune, or to another kind of membership: the old one ends on the day the
 * new one begins.
 */
export const moveMembershipInput = z.object({
  personId: idInput,
  membershipId: idInput,
  version: versionInput,
  unitId: idInput,
  kind: z.enum(membershipKinds),
  day: dayInput,
  reason: optional(line(3, 200)),
});
export type MoveMembershipInput = z.output<typeof moveMembershipInput>;

/** One belongs to a sub-association, to a group, or to a unit directly under the province; never to a whole commune. */
export const memberLevels: readonly UnitLevel[] = ['sub_association', 'group', 'affiliated'];

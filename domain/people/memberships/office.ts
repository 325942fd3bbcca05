import { z } from 'zod';
import { dayInput } from '@/domain/days/day-input';
import { endingFields, saysWhen, whenNeeded } from '@/domain/days/ending';
import { idInput } from '@/domain/id';
import { line, optional } from '@/domain/texts/text';
import type { UnitLevel } from '@/domain/units/unit';
import { versionInput } from '@/domain/version';
import { type OfficeTitle, officeTitles } from '../person';

const committee = ['chair', 'vice_chair', 'standing_member', 'committee_member', 'full_time_official'] as const;

/** Which titles there are at which level (Statutes of the Vietnam Women's Union: committees down to the commune, heads below). */
export const titlesOf: Record<UnitLevel, readonly OfficeTitle[]> = {
  province: committee,
  commune: committee,
  affiliated: committee,
  sub_association: ['sub_association_head', 'sub_association_deputy'],
  group: ['group_head', 'group_deputy'],
};

export const appointInput = z.object({
  personId: idInput,
  unitId: idInput,
  title: z.enum(officeTitles),
  termId: optional(idInput),
  from: dayInput,
});
export type AppointInput = z.output<typeof appointInput>;

/** The same as a form sends it: title and unit are one choice, so that no title is asked for where there is none. */
export const appointFields = appointInput.omit({ unitId: true, title: true }).extend({
  office: z
    .string()
    .min(1, 'required')
    .transform((value) => ({ title: value.split(' ')[0], unitId: value.split(' ')[1] }))
    .pipe(appointInput.pick({ unitId: true, title: true })),
});

export const endOfficeInput = z
  .object({
    personId: idInput,
    officeId: idInput,
    version: versionInput,
    ...endingFields,
    reason: line(3, 200),
  })
  .refine(saysWhen, whenNeeded);
export type EndOfficeInput = z.output<typeof endOfficeInput>;

/** `personId`: on whose page the form stands. */
export const openTermInput = z.object({
  personId: optional(idInput),
  unitId: idInput,
  name: line(3, 80),
  from: dayInput,
});
export type OpenTermInput = z.output<typeof openTermInput>;

/** A term of office that can be chosen. */
export type TermOption = { id: string; unitId: string; name: string };

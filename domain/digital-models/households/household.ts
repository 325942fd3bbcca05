import { z } from 'zod';
import type { Day } from '@/domain/days/day';
import { dayInput } from '@/domain/days/day-input';
import { idInput } from '@/domain/id';
import { line, optional } from '@/domain/texts/text';
import { versionInput } from '@/domain/version';

/** A household of a Digital Family, with who lives in it as far as the union keeps records of them. */
export type Household = {
  /** of its part in the family */
  entryId: string;
  householdId: string;
  name: string | null;
  headId: string;
  headName: string | null;
  size: number | null;
  version: number;
  members: { personId: string; name: string | null }[];
  from: Day;
  to: Day | null;
};

/** A woman who may come into a family with her household: one on record that she heads, or a new one. */
export type HouseholdCandidate = {
  personId: string;
  name: string;
  birthYear: number | null;
  unitName: string;
  /** of her household on record, where it is known */
  size: number | null;
  /** who else of the union lives there */
  others: string[];
};

/** One that is in no family and could join. */
export type FreeHousehold = { id: string; name: string | null; headName: string | null; unitName: string };

export const HOUSEHOLDS_AT_ONCE_MAX = 40;

const sizeInput = optional(
  z.coerce.number('not-a-number').int('not-a-number').min(1, 'at-least-one').max(40, 'too-large'),
);

/** Several households at once: who heads each, and how many live there by the id of the head. */
export const householdsChosen = {
  headPersonIds: z.array(idInput).max(HOUSEHOLDS_AT_ONCE_MAX, 'too-many-households').default([]),
  sizes: z.record(idInput, sizeInput).default({}),
};

export const addHouseholdsInput = z.object({
  modelId: idInput,
  ...householdsChosen,
  headPersonIds: z
    .array(idInput, 'no-household')
    .min(1, 'no-household')
    .max(HOUSEHOLDS_AT_ONCE_MAX, 'too-many-households'),
  from: dayInput,
});
export type AddHouseholdsInput = z.output<typeof addHouseholdsInput>;

const described = {
  name: optional(line(2, 80)),
  size: sizeInput,
  headPersonId: idInput,
  personIds: z.array(idInput).max(40).default([]),
};

export const createHouseholdInput = z.object({ modelId: idInput, ...described, from: dayInput });
export type CreateHouseholdInput = z.output<typeof createHouseholdInput>;

export const addHouseholdInput = z.object({ modelId: idInput, householdId: idInput, from: dayInput });
export type AddHouseholdInput = z.output<typeof addHouseholdInput>;

export const editHouseholdInput = z.object({
  modelId: idInput,
  householdId: idInput,
  version: versionInput,
  ...described,
});
export type EditHouseholdInput = z.output<typeof editHouseholdInput>;

import { z } from 'zod';
import type { Day } from '@/domain/day';
import { dayInput } from '@/domain/day-input';
import { idInput } from '@/domain/id';
import { line, optional } from '@/domain/text';
import { versionInput } from '@/domain/version';

/** A household of a Digital Family, with who lives in it as far as the union keeps records of them. */
export type Home = {
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

/** One that is in no family and could join. */
export type FreeHome = { id: string; name: string | null; headName: string | null; unitName: string };

const described = {
  name: optional(line(2, 80)),
  size: optional(z.coerce.number('not-a-number').int('not-a-number').min(1, 'too-small').max(40, 'too-large')),
  headPersonId: idInput,
  personIds: z.array(idInput).max(40).default([]),
};

export const newHomeInput = z.object({ modelId: idInput, ...described, from: dayInput });
export type NewHomeInput = z.output<typeof newHomeInput>;

export const joinHomeInput = z.object({ modelId: idInput, householdId: idInput, from: dayInput });
export type JoinHomeInput = z.output<typeof joinHomeInput>;

export const editHomeInput = z.object({
  modelId: idInput,
  householdId: idInput,
  version: versionInput,
  ...described,
});
export type EditHomeInput = z.output<typeof editHomeInput>;

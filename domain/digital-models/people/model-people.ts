import { z } from 'zod';
import { may } from '@/domain/access/access';
import type { UnitPath, Viewer } from '@/domain/access/viewer';
import { type Day, fromDate } from '@/domain/days/day';
import { dayInput } from '@/domain/days/day-input';
import { endingFields, saysWhen, whenNeeded } from '@/domain/days/ending';
import { idInput } from '@/domain/id';
import { membersOf, membersWithin } from '@/domain/people/person';
import type { Host } from '@/domain/units/host';
import { type BoardOffice, boardOffices, type ModelKind } from '../digital-model';
import type { ModelStatus } from '../status';

/** A woman of the host whom a board, a member list or a household can take up. */
export type Candidate = { id: string; name: string; birthYear: number | null; unitName: string };

export const MEMBERS_AT_ONCE_MAX = 100;

export const seatInput = z.object({
  modelId: idInput,
  personId: idInput,
  office: z.enum(boardOffices),
  from: dayInput,
});
export type SeatInput = z.output<typeof seatInput>;

export const membersInput = z.object({
  modelId: idInput,
  personIds: z.array(idInput).min(1, 'required').max(MEMBERS_AT_ONCE_MAX),
  from: dayInput,
});
export type MembersInput = z.output<typeof membersInput>;

/** Ends a seat, a membership or a household's part. */
export const endInput = z.object({ modelId: idInput, rowId: idInput, ...endingFields }).refine(saysWhen, whenNeeded);
export type EndInput = z.output<typeof endInput>;

/**
 * Members of the host's sub-association today whom the viewer reaches, as a Prisma filter. Where that lies within her reach, all of
 * them: asked for both, the database gathers the members of her whole commune first.
 */
export const candidatesWithin = (viewer: Viewer, area: UnitPath) => ({
  AND: may(viewer, 'people.see', area) ? [membersOf(area)] : [membersWithin(viewer), membersOf(area)],
});

/** A part from a day to a day; `to` is the first day without. Null in `name`: erased at her request. */
export type Dated = { id: string; personId: string; name: string | null; from: Day; to: Day | null };
export type Seat = Dated & { office: BoardOffice };
/** A member of a model; in a Digital Family with the household she belongs to there, where one is on record. */
export type ModelMember = Dated & {
  household: { householdId: string; name: string | null; headName: string | null } | null;
};

type Row = {
  id: string;
  personId: string;
  validFrom: Date;
  validTo: Date | null;
  person: { fullName: string | null };
};
export const toDated = ({ id, personId, validFrom, validTo, person }: Row): Dated => ({
  id,
  personId,
  name: person.fullName,
  from: fromDate(validFrom),
  to: validTo && fromDate(validTo),
});

/** How a person belongs to a model: an office on its board, as a member, or with a household that it counts on. */
export type PartInModel = {
  as: 'board' | 'member' | 'household';
  office: BoardOffice | null;
  from: Day;
  to: Day | null;
};

/** A model as the record of a person shows it, with everything she is or was in it. */
export type ModelOfPerson = {
  id: string;
  kind: ModelKind;
  name: string;
  host: Host | null;
  status: ModelStatus;
  demo: boolean;
  parts: PartInModel[];
};

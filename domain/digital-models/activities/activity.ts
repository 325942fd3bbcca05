import { z } from 'zod';
import { type Day, fromDate, today } from '@/domain/days/day';
import { dayInput } from '@/domain/days/day-input';
import { idInput } from '@/domain/id';
import { type Picture, pictureFields, pictureSelect, toPicture } from '@/domain/pictures/picture';
import { problem } from '@/domain/result';
import { line, optional, prose } from '@/domain/texts/text';
import { versionInput } from '@/domain/version';
import type { Prisma } from '@/prisma/generated/client';

/** A deed of a model on a day. */
export type Activity = {
  id: string;
  onDay: Day;
  topic: string;
  peopleReached: number | null;
  note: string | null;
  picture: Picture | null;
  recordedBy: string | null;
  version: number;
  /**
   * an activity recorded by mistake counts nowhere any more; the reason is gone where it named somebody who was
   * erased
   */
  takenBack: { at: Date; by: string | null; reason: string | null } | null;
};

/** Activities that were not taken back: the only ones that are counted, hinted at and shown on a record. */
export const standingActivity = { takenBackAt: null } as const;

const activityFields = {
  onDay: dayInput,
  topic: line(3, 160),
  peopleReached: optional(
    z.coerce.number('not-a-number').int('not-a-number').min(0, 'too-small').max(9999, 'too-large'),
  ),
  note: optional(prose(1, 1000)),
  ...pictureFields,
};
const seen = { activityId: idInput, version: versionInput };

export const activityInput = z.object({ modelId: idInput, ...activityFields });
export type ActivityInput = z.output<typeof activityInput>;

/** A picture that is sent takes the place of the one that is there; `dropPicture` leaves none. */
export const correctActivityInput = z.object({ ...seen, ...activityFields, dropPicture: z.literal('on').optional() });
export type CorrectActivityInput = z.output<typeof correctActivityInput>;

export const takeBackActivityInput = z.object({ ...seen, reason: line(3, 300) });
export type TakeBackActivityInput = z.output<typeof takeBackActivityInput>;

/** Why nothing can be on record of a model for this day: it has not come yet, or is before the founding. */
export function refusalOfActivityDay({ foundedOn }: { foundedOn: Day }, day: Day) {
  if (day > today()) return problem('activity-in-future');
  return day < foundedOn ? problem('activity-before-founding', { day: foundedOn }) : null;
}

/** The columns of an `Activity`. */
export const activitySelect = () => ({
  id: true,
  onDay: true,
  topic: true,
  peopleReached: true,
  note: true,
  version: true,
  picture: { select: pictureSelect() },
  recordedBy: { select: { displayName: true } },
  takenBackAt: true,
  takenBackBy: { select: { displayName: true } },
  takenBackReason: true,
});

type SelectedActivity = Prisma.ModelActivityGetPayload<{ select: ReturnType<typeof activitySelect> }>;

export const toActivity = (row: SelectedActivity): Activity => ({
  id: row.id,
  topic: row.topic,
  peopleReached: row.peopleReached,
  note: row.note,
  version: row.version,
  onDay: fromDate(row.onDay),
  picture: toPicture(row.picture),
  recordedBy: row.recordedBy?.displayName ?? null,
  takenBack: row.takenBackAt && {
    at: row.takenBackAt,
    by: row.takenBackBy?.displayName ?? null,
    reason: row.takenBackReason,
  },
});

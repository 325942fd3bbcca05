import type { UnitPath } from '@/domain/access/viewer';
import { activeOn, type Day, fromDate, today } from '@/domain/days/day';
import type { Prisma } from '@/prisma/generated/client';
import { type Activity, activitySelect, standingActivity, toActivity } from './activities/activity';
import type { CriterionState } from './criteria/criteria';
import type { BoardOffice } from './digital-model';
import { type FactFields, factsSelect, toFactFields } from './facts';
import type { ModelRow } from './model-row';
import { type Practice, toPractice } from './practices/practice';
import { choicesFor, type ModelStatus, type StatusChoices, type StatusSpan, standingOn } from './status';

const BOARD_MAX = 40;
const ACTIVITIES_MAX = 10;

export type StatusEntry = StatusSpan & { reason: string | null; recordedAt: Date; recordedBy: string | null };
export type BoardMember = { id: string; name: string | null; office: BoardOffice; since: Day };

/** One model with everything its record shows. Names of people are for those who may see people: all who may see models. */
export type ModelRecord = ModelRow & {
  facts: FactFields;
  version: number;
  /** every row ever written, the newest first, those taken back on their first day included */
  statuses: StatusEntry[];
  announced: { status: ModelStatus; from: Day } | null;
  statusChoices: StatusChoices;
  board: BoardMember[];
  /** the newest ten that stand, of `activityCount` */
  activities: Activity[];
  activityCount: number;
  /** older ones, or some that were taken back */
  hasMoreActivities: boolean;
  criteria: CriterionState[];
  /** how a club is run and what it teaches, and whether other places may read that */
  practice: Practice | null;
  sharedPractice: boolean;
  /** where its people come from */
  area: UnitPath;
  may: Record<
    | 'edit'
    | 'changeStatus'
    | 'recordActivity'
    | 'keepPeople'
    | 'judge'
    | 'sharePractice'
    | 'seeHints'
    | 'answerHint'
    | 'pairUp',
    boolean
  >;
};

/** The columns of a record that are its own, beyond those of a row. */
export const recordSelect = () => ({
  ...factsSelect,
  version: true,
  charter: true,
  sharedPractice: true,
  boardSeats: {
    where: activeOn(today()),
    orderBy: [{ office: 'asc' as const }, { validFrom: 'asc' as const }],
    select: { id: true, office: true, validFrom: true, person: { select: { fullName: true } } },
    take: BOARD_MAX,
  },
  modelActivities: {
    orderBy: [{ onDay: 'desc' as const }, { id: 'desc' as const }],
    where: standingActivity,
    select: activitySelect(),
    take: ACTIVITIES_MAX,
  },
});

type SelectedRecord = Prisma.DigitalModelGetPayload<{ select: ReturnType<typeof recordSelect> }>;

export const toRecord = ({ charter, boardSeats, modelActivities, ...own }: SelectedRecord) => ({
  facts: toFactFields(own),
  version: own.version,
  sharedPractice: own.sharedPractice,
  practice: toPractice(charter),
  board: boardSeats.map(({ id, office, validFrom, person }) => ({
    id,
    office,
    name: person.fullName,
    since: fromDate(validFrom),
  })),
  activities: modelActivities.map(toActivity),
});

/** The status line of a record, from all its rows and the day of its founding. */
export function toStatusLine(statuses: StatusEntry[], foundedOn: Day) {
  const [announced] = standingOn(statuses, today()).announced;
  return {
    statuses,
    announced: announced ? { status: announced.status, from: announced.from } : null,
    statusChoices: choicesFor(statuses, foundedOn, today()),
  };
}

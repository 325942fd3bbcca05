import { activeOn, type Day, fromDate, today } from '@/domain/day';
import type { BoardOffice } from './digital-model';
import type { ModelRow } from './model-row';
import { choicesFor, type ModelStatus, type StatusSpan, standingOn } from './status';

const BOARD_MAX = 40;
const ACTIVITIES_MAX = 50;

export type StatusEntry = StatusSpan & { reason: string | null; recordedAt: Date; recordedBy: string | null };
export type BoardMember = { id: string; name: string | null; office: BoardOffice; since: Day };
export type Activity = {
  id: string;
  onDay: Day;
  topic: string;
  peopleReached: number | null;
  note: string | null;
  recordedBy: string | null;
};
export type CriterionState = {
  id: string;
  label: { vi: string; en: string };
  required: boolean;
  met: { since: Day; evidence: string | null } | null;
};

/** One model with everything its record shows. Names of people are for those who may see people: all who may see models. */
export type ModelRecord = ModelRow & {
  decision: string | null;
  version: number;
  /** every row ever written, the newest first, those taken back on their first day included */
  statuses: StatusEntry[];
  announced: { status: ModelStatus; from: Day } | null;
  statusChoices: ModelStatus[];
  board: BoardMember[];
  /** the newest fifty of `activityCount` */
  activities: Activity[];
  activityCount: number;
  criteria: CriterionState[];
  may: { edit: boolean; changeStatus: boolean; recordActivity: boolean; pairUp: boolean };
};

/** The columns of a record that are its own, beyond those of a row. */
export const recordSelect = () => ({
  decision: true,
  version: true,
  boardSeats: {
    where: activeOn(today()),
    orderBy: [{ office: 'asc' as const }, { validFrom: 'asc' as const }],
    select: { id: true, office: true, validFrom: true, person: { select: { fullName: true } } },
    take: BOARD_MAX,
  },
  modelActivities: {
    orderBy: [{ onDay: 'desc' as const }, { id: 'desc' as const }],
    select: {
      id: true,
      onDay: true,
      topic: true,
      peopleReached: true,
      note: true,
      recordedBy: { select: { displayName: true } },
    },
    take: ACTIVITIES_MAX,
  },
});

type SelectedRecord = {
  decision: string | null;
  version: number;
  boardSeats: { id: string; office: BoardOffice; validFrom: Date; person: { fullName: string | null } }[];
  modelActivities: {
    id: string;
    onDay: Date;
    topic: string;
    peopleReached: number | null;
    note: string | null;
    recordedBy: { displayName: string } | null;
  }[];
};

export const toRecord = ({ decision, version, boardSeats, modelActivities }: SelectedRecord) => ({
  decision,
  version,
  board: boardSeats.map(({ id, office, validFrom, person }) => ({
    id,
    office,
    name: person.fullName,
    since: fromDate(validFrom),
  })),
  activities: modelActivities.map(({ onDay, recordedBy, ...activity }) => ({
    ...activity,
    onDay: fromDate(onDay),
    recordedBy: recordedBy?.displayName ?? null,
  })),
});

/** The status line of a record, from all its rows. */
export function toStatusLine(statuses: StatusEntry[]) {
  const [announced] = standingOn(statuses, today()).announced;
  return {
    statuses,
    announced: announced ? { status: announced.status, from: announced.from } : null,
    statusChoices: choicesFor(statuses, today()),
  };
}

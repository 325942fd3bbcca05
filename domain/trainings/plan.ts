import { addDays, clockOf, dayOf } from '@/domain/days/day';
import type { Audience } from '@/domain/scales/audience';
import type { DeliveryMode } from '@/domain/scales/delivery-mode';
import type { SessionFacts, Times } from './session';
import type { WishedTimes } from './session-inputs';

/** A session as a command finds it before the change: what it says, and the facts that rights depend on. */
export type SessionToChange = Times & {
  id: string;
  version: number;
  unitId: string;
  communeId: string;
  courseId: string;
  venueId: string | null;
  seats: number;
  allDay: boolean;
  mode: DeliveryMode;
  audience: Audience;
  language: string;
  onlineUrl: string | null;
  notes: string | null;
  facts: SessionFacts;
};

/** A session as the fields of its form hold it. */
export type SessionValues = {
  courseId: string;
  unitId: string;
  venueId: string;
  day: string;
  endDay: string;
  allDay: string;
  from: string;
  to: string;
  seats: string;
  mode: string;
  audience: string;
  language: string;
  onlineUrl: string;
  notes: string;
  trainerIds: string[];
};

type Written = Omit<SessionToChange, 'id' | 'version' | 'communeId' | 'facts'>;

export const valuesOf = (session: Written, trainerIds: string[]): SessionValues => ({
  courseId: session.courseId,
  unitId: session.unitId,
  venueId: session.venueId ?? '',
  ...timeFields(session),
  seats: String(session.seats),
  mode: session.mode,
  audience: session.audience,
  language: session.language,
  onlineUrl: session.onlineUrl ?? '',
  notes: session.notes ?? '',
  trainerIds,
});

/** Times as the fields hold them: the last day only where it is another one, no hours for whole days. */
export function timeFields({ startsAt, endsAt, allDay }: Times & { allDay: boolean }) {
  const day = dayOf(startsAt);
  const last = allDay ? addDays(dayOf(endsAt), -1) : dayOf(endsAt);
  return {
    day,
    endDay: last === day ? '' : last,
    allDay: allDay ? 'yes' : '',
    from: allDay ? '' : clockOf(startsAt),
    to: allDay ? '' : clockOf(endsAt),
  };
}

/** The same as text, to be shown beside what was typed when somebody else was first. */
export const asFields = (session: SessionToChange): Record<string, string> => ({
  ...valuesOf(session, []),
  trainerIds: session.facts.trainerIds.join('\n'),
  state: session.facts.state,
  version: String(session.version),
});

/** The wishes of a form. */
export type Wish = WishedTimes & {
  courseId: string;
  unitId: string;
  venueId?: string | undefined;
  seats: number;
  mode: DeliveryMode;
  onlineUrl?: string | undefined;
  trainerIds: string[];
};

/** The same once everything in it was found to exist, to be in reach and to fit. */
export type Plan = Times & {
  unitPath: string;
  communeId: string;
  communeSlug: string;
  courseCode: string;
  courseSlug: string;
  allDay: boolean;
  venueId: string | null;
  onlineUrl: string | null;
  trainerIds: string[];
};

export type PlanProblem =
  | 'not-found'
  | 'unit-not-open'
  | 'course-retired'
  | 'hall-not-there'
  | 'hall-too-small'
  | 'trainer-not-there'
  | 'already-begun'
  | 'too-far-ahead';

/** The place in which halls and trainers are looked for: the unit's commune, or the whole province. */
export const placeOf = (unitPath: string) => `/${unitPath.split('/').filter(Boolean).slice(0, 2).join('/')}/`;

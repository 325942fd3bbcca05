import { type Day, dayOf } from '@/domain/day';
import { type Audience, clockOf, type DeliveryMode, type SessionFacts, type Times } from './session';

/** A session as a command finds it before the change: what it says, and the facts that rights depend on. */
export type SessionToChange = Times & {
  id: string;
  version: number;
  unitId: string;
  communeId: string;
  courseId: string;
  venueId: string | null;
  seats: number;
  mode: DeliveryMode;
  audience: Audience;
  notes: string | null;
  facts: SessionFacts;
};

/** A session as the fields of its form hold it. */
export type SessionValues = {
  courseId: string;
  unitId: string;
  venueId: string;
  day: Day;
  from: string;
  to: string;
  seats: string;
  mode: DeliveryMode;
  audience: Audience;
  notes: string;
  trainerIds: string[];
};

type Written = Pick<
  SessionToChange,
  'startsAt' | 'endsAt' | 'courseId' | 'unitId' | 'venueId' | 'seats' | 'mode' | 'audience' | 'notes'
>;

export const valuesOf = (session: Written, trainerIds: string[]): SessionValues => ({
  courseId: session.courseId,
  unitId: session.unitId,
  venueId: session.venueId ?? '',
  day: dayOf(session.startsAt),
  from: clockOf(session.startsAt),
  to: clockOf(session.endsAt),
  seats: String(session.seats),
  mode: session.mode,
  audience: session.audience,
  notes: session.notes ?? '',
  trainerIds,
});

/** The same as text, to be shown beside what was typed when somebody else was first. */
export const asFields = (session: SessionToChange): Record<string, string> => ({
  ...valuesOf(session, []),
  trainerIds: session.facts.trainerIds.join('\n'),
  state: session.facts.state,
  version: String(session.version),
});

/** What a form asks for. */
export type Wish = {
  courseId: string;
  unitId: string;
  venueId?: string | undefined;
  day: Day;
  from: string;
  to: string;
  seats: number;
  mode: DeliveryMode;
  trainerIds: string[];
};

/** The same once everything in it was found to exist, to be in reach and to fit. */
export type Plan = Times & {
  unitPath: string;
  communeId: string;
  communeSlug: string;
  courseCode: string;
  courseSlug: string;
  venueId: string | null;
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

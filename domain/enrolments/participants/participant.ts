import { reach } from '@/domain/access/access';
import type { Permission } from '@/domain/access/permissions';
import { mayWithPeople, withPeopleFor } from '@/domain/access/session-people';
import type { Viewer } from '@/domain/access/viewer';
import type { MaskedPhone } from '@/domain/people/phones/phone';
import type { EnrolmentState } from '@/domain/scales/enrolment-state';
import type { SessionFacts, SessionState } from '@/domain/trainings/session';
import type { SessionSummary } from '@/domain/trainings/session-view';
import type { EnrolmentOrigin } from '../enrolment';

/** One line of the list of participants. */
export type Participant = {
  id: string;
  arrivalNo: number;
  /** empty after an erasure */
  name: string;
  state: EnrolmentState;
  seatNo: number | null;
  /** while she waits: where she stands in the line, as her ticket says */
  place: number | null;
  /** marked present without a seat: she waits no more */
  thereUnseated: boolean;
  offerUntil: Date | null;
  /** when somebody told her of the offer; from then on its span runs */
  offerToldAt: Date | null;
  origin: EnrolmentOrigin;
  /** her unit on record, or the commune and group she named herself */
  unit: string;
  /** masked */
  phone: MaskedPhone | null;
  accessNeed: string | null;
  /** signed up together with somebody */
  together: boolean;
  may: { remove: boolean; accept: boolean; seePhone: boolean };
};

export type ParticipantCounts = { confirmed: number; offered: number; waiting: number };

export type ParticipantPage = {
  counts: ParticipantCounts;
  participants: Participant[];
  /** order of arrival of the last line; null at the end */
  next: number | null;
};

/** Her seat in a session, or her place in its line. */
export type SeatOfPerson = {
  state: EnrolmentState;
  seatNo: number | null;
  /** while she waits; 1 is next */
  place: number | null;
  /** marked present without a seat: she waits no more */
  thereUnseated: boolean;
  offerUntil: Date | null;
  offerToldAt: Date | null;
};

/** A session that a person goes to or teaches. */
export type ComingOfPerson = SessionSummary & {
  /** its page is open to the viewer */
  open: boolean;
  teaches: boolean;
  seat: SeatOfPerson | null;
};

/** A session as one enrols members into it: what everybody may know of it. */
export type SessionToJoin = {
  id: string;
  slug: string;
  title: string;
  state: SessionState;
  startsAt: Date;
  endsAt: Date;
  allDay: boolean;
  place: string;
  seats: number;
  held: number;
  waiting: number;
};

/** A member as she is picked: with whether she is on the list already. */
export type MemberToEnrol = {
  id: string;
  name: string;
  birthYear: number | null;
  unitName: string;
  enrolled: boolean;
};

/**
 * Sessions whose participants the viewer sees, as a Prisma filter: those of units within her reach, and those whose
 * people a trainer has to do with (`session-people.ts`).
 */
export const participantsFor = (viewer: Viewer) => withPeopleFor(viewer, 'enrolments.see', 'attendance.see');

/** Numbers of the units above the places where she may do this: a commune's session is open to its sub-associations. */
export const unitsAbove = (viewer: Viewer, permission: Permission): number[] => [
  ...new Set(reach(viewer, permission).flatMap((path) => path.split('/').filter(Boolean).map(Number))),
];

/** Is there a list of participants for her to open? For the tab that leads there; the list itself asks `participantsFor`. */
export const hasParticipants = (viewer: Viewer, session: SessionFacts): boolean =>
  session.state !== 'proposed' &&
  session.state !== 'refused' &&
  mayWithPeople(viewer, 'enrolments.see', session, 'attendance.see');

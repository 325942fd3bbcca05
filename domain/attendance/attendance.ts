import { z } from 'zod';
import { mayAnywhere } from '@/domain/access/access';
import type { Permission } from '@/domain/access/permissions';
import { mayWithPeople, withPeopleFor } from '@/domain/access/session-people';
import type { UnitPath, Viewer } from '@/domain/access/viewer';
import { idInput } from '@/domain/id';
import type { SessionFacts, SessionState } from '@/domain/trainings/session';
import { marks } from './mark';

type Verb = Extract<Permission, `attendance.${string}`>;

/**
 * The registers of a viewer, as a filter of sessions and as a question: who has to do with its people
 * (`session-people.ts`).
 */
export const registerOf = (viewer: Viewer, verb: Verb) => withPeopleFor(viewer, verb);
export const mayWith = (viewer: Viewer, verb: Verb, session: Pick<SessionFacts, 'unitPath' | 'trainerIds'>): boolean =>
  mayWithPeople(viewer, verb, session);

/** Is attendance something she takes or looks at, anywhere? For menus only. */
export const takesAttendance = (viewer: Viewer) => mayAnywhere(viewer, 'attendance.take');

/** Is there a register for her to open? Its own page asks again; a proposal or a refused session has none. */
export const hasRegister = (
  viewer: Viewer,
  session: { state: SessionState; unitPath: UnitPath; trainers: { id: string }[] },
) =>
  !['proposed', 'refused'].includes(session.state) &&
  mayWith(viewer, 'attendance.see', { unitPath: session.unitPath, trainerIds: session.trainers.map(({ id }) => id) });

export const settleInput = z.object({
  sessionId: idInput,
  enrolmentId: idInput,
  mark: z.enum(marks),
  /** the last word she saw, as the page wrote it down */
  lastArrival: z.string().regex(/^\d{1,18}$/),
});
export type SettleInput = z.output<typeof settleInput>;

export const reviewInput = z.object({
  sessionId: idInput,
  deviceId: idInput,
  /** the last one she was shown: what has come since then waits for another look */
  upTo: z.string().regex(/^\d{1,18}$/),
  decision: z.enum(['accept', 'refuse']),
});
export type ReviewInput = z.output<typeof reviewInput>;

export const revokeInput = z.object({ sessionId: idInput, deviceId: idInput });
export type RevokeInput = z.output<typeof revokeInput>;

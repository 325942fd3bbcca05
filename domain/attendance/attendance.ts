import { z } from 'zod';
import { may, mayAnywhere, reach, withinAreas } from '@/domain/access/access';
import type { Permission } from '@/domain/access/permissions';
import type { UnitPath, Viewer } from '@/domain/access/viewer';
import { idInput } from '@/domain/id';
import { asOther, asTrainer, type SessionFacts, type SessionState } from '@/domain/trainings/session';

/** What is said of a woman in a session. A mark is set, never switched: said twice it is the same. */
export const marks = ['present', 'late', 'absent'] as const;
export type Mark = (typeof marks)[number];

/** A mark, or that the one before was a mistake. */
export const saidMarks = [...marks, 'taken_back'] as const;
export type SaidMark = (typeof saidMarks)[number];

/** A mark as it counts; "taken back" is none. */
export const markOf = (said: SaidMark | null | undefined): Mark | null =>
  said === 'taken_back' || !said ? null : said;

type Verb = Extract<Permission, `attendance.${string}`>;

/**
 * Whose register it is: officials' in reach, and of a trainer each session that she teaches, wherever it is. What her
 * communes hold besides is not hers. The same rule twice: as a filter (`registerOf`) and as a question (`mayWith`).
 */
export function registerOf(viewer: Viewer, verb: Verb) {
  const teaches = mayAnywhere(asTrainer(viewer), verb) && viewer.personId;
  return {
    OR: [
      { unit: withinAreas(reach(asOther(viewer), verb)) },
      ...(teaches ? [{ sessionTrainers: { some: { trainerId: teaches } } }] : []),
    ],
  };
}

export function mayWith(viewer: Viewer, verb: Verb, session: Pick<SessionFacts, 'unitPath' | 'trainerIds'>): boolean {
  if (may(asOther(viewer), verb, session.unitPath)) return true;
  return (
    mayAnywhere(asTrainer(viewer), verb) && viewer.personId !== null && session.trainerIds.includes(viewer.personId)
  );
}

/** Is attendance something she takes or looks at, anywhere? For menus only. */
export const takesAttendance = (viewer: Viewer) => mayAnywhere(viewer, 'attendance.take');

/** Is there a register for her to open? Its own page asks again; a proposal or a refused session has none. */
export const hasRegister = (
  viewer: Viewer,
  session: { state: SessionState; unitPath: UnitPath; trainers: { id: string }[] },
) =>
  !['proposed', 'refused'].includes(session.state) &&
  mayWith(viewer, 'attendance.see', { unitPath: session.unitPath, trainerIds: session.trainers.map(({ id }) => id) });

/** A line of the register that counts. `conflict`: two voices differ, and nobody has settled it. */
export type Line = { mark: Mark | null; conflict: boolean };

/** How many are present, late, absent, told of differently, and not marked. */
export type Tally = Record<Mark | 'conflict' | 'unmarked', number>;

export function tallyOf(lines: readonly Line[]): Tally {
  const tally: Tally = { present: 0, late: 0, absent: 0, conflict: 0, unmarked: 0 };
  for (const { mark, conflict } of lines) tally[conflict ? 'conflict' : (mark ?? 'unmarked')] += 1;
  return tally;
}

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

import { liveStates } from '@/domain/scales/enrolment-state';
import { type Change, type PersonRows, type Row, textOf } from './merge-tables';

const LIVE: readonly string[] = liveStates;
const STANDING = ['approved', 'held'];
const MARKS = ['absent', 'late', 'present'];

export type SessionPlan = { changes: Change[]; doubled: number; atOnce: boolean };

/**
 * The sessions of two records in a merger. Of two places in one session the one with the better mark stays, then the
 * better place. `atOnce`: they teach two sessions at one time, as no woman can.
 */
export function planSessions(rows: PersonRows, survivorId: string, absorbedId: string): SessionPlan {
  const enrolled = planEnrolments(rows, survivorId, absorbedId);
  const [own, theirs] = [survivorId, absorbedId].map((id) =>
    rows.session_trainer.filter((row) => row.trainer_id === id),
  );
  const isTaught = (row: Row) => own?.some(({ session_id }) => session_id === row.session_id);
  const atOnce = (theirs ?? []).some(
    (row) => !isTaught(row) && stands(row) && own?.some((other) => stands(other) && meets(row, other)),
  );
  const taught = (theirs ?? []).map(
    (was): Change =>
      isTaught(was)
        ? { table: 'session_trainer', was, gone: true }
        : { table: 'session_trainer', was, set: { trainer_id: survivorId } },
  );
  return { ...enrolled, atOnce, changes: [...enrolled.changes, ...taught] };
}

const stands = (row: Row) => STANDING.includes(textOf(row, 'state'));
const instant = (row: Row, column: string) => Date.parse(textOf(row, column));
const meets = (a: Row, b: Row) =>
  instant(a, 'starts_at') < instant(b, 'ends_at') && instant(b, 'starts_at') < instant(a, 'ends_at');

function planEnrolments({ enrolment, attendance }: PersonRows, survivorId: string, absorbedId: string) {
  const isLive = (row: Row) => LIVE.includes(textOf(row, 'state'));
  const weight = (row: Row) => {
    const mark = attendance.find(({ enrolment_id }) => enrolment_id === row.id)?.mark;
    return (MARKS.indexOf(String(mark)) + 1) * 10 - LIVE.indexOf(textOf(row, 'state'));
  };
  const couples = enrolment
    .filter((row) => row.person_id === absorbedId && isLive(row))
    .flatMap((row) => {
      const own = enrolment.find((e) => e.person_id === survivorId && e.session_id === row.session_id && isLive(e));
      return own ? [weight(row) > weight(own) ? { kept: row, other: own } : { kept: own, other: row }] : [];
    });
  // The other place is kept beside it as merged, with its marks.
  const merged = couples.map(({ kept, other }): Change => {
    const toSurvivor = other.person_id === survivorId ? {} : { person_id: survivorId };
    return {
      table: 'enrolment',
      was: other,
      set: { ...toSurvivor, state: 'merged', seat_no: null, merged_into_id: kept.id },
    };
  });
  const moved = enrolment
    .filter((row) => row.person_id === absorbedId && !couples.some(({ other }) => other === row))
    .map((was): Change => ({ table: 'enrolment', was, set: { person_id: survivorId } }));
  return { changes: [...merged, ...moved], doubled: couples.length };
}

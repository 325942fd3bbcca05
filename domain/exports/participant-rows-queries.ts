import { withinReach } from '@/domain/access/access';
import type { Viewer } from '@/domain/access/viewer';
import type { Opening } from '@/domain/audit-draft';
import { isId } from '@/domain/id';
import { askRows, participantNumbersOf } from '@/domain/people/phones/number-queries';
import { isThereUnseated, liveStates } from '@/domain/scales/enrolment-state';
import { nameToday } from '@/domain/units/unit';
import { db } from '@/prisma/client';
import type { NumberedExport, ParticipantExport } from './export';

/** Rows of a session with two thousand seats and as many who wait. */
const ROWS_MAX = 5_000;

/**
 * Women with a seat in a session or in line for it, with whole numbers; null where the viewer may not take them out.
 */
export async function openParticipantRows(
  viewer: Viewer,
  sessionId: string,
): Promise<NumberedExport<ParticipantExport> | null> {
  const session = isId(sessionId)
    ? await db.session.count({
        where: {
          AND: [
            { id: sessionId, unit: withinReach(viewer, 'enrolments.see') },
            { unit: withinReach(viewer, 'exports.persons') },
          ],
        },
      })
    : 0;
  if (session === 0) return null;
  const rows = await db.enrolment.findMany({
    where: { sessionId, state: { in: [...liveStates] } },
    orderBy: { arrivalNo: 'asc' },
    select: {
      id: true,
      arrivalNo: true,
      seatNo: true,
      state: true,
      name: true,
      unitWords: true,
      accessNeed: true,
      attendance: { select: { mark: true } },
      session: { select: { demo: true } },
      person: { select: { fullName: true } },
      unit: { select: { unitNames: nameToday() } },
    },
    take: ROWS_MAX,
  });
  const written = rows.map(({ person, unit, unitWords, attendance, session: { demo }, ...row }) => ({
    ...row,
    thereUnseated: isThereUnseated(row.state, attendance),
    demo,
    name: person?.fullName ?? row.name ?? '',
    unit: [unitWords, unit?.unitNames[0]?.name].filter(Boolean).join(', '),
  }));
  return { total: written.length, sessionId, rows: (opening) => numbered(viewer, opening, written) };
}

/** With their numbers, for the entry of the trail that says who takes them out: a database door hands them out for that alone (0246). */
async function* numbered<Row extends { id: string }>(viewer: Viewer, opening: Opening, rows: Row[]) {
  await askRows(
    opening,
    rows.map(({ id }) => id),
  );
  const numbers = await participantNumbersOf(viewer, opening);
  for (const { id, ...row } of rows) yield { ...row, phone: numbers.get(id) ?? null };
}

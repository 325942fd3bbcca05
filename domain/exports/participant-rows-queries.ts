import { withinReach } from '@/domain/access/access';
import type { Viewer } from '@/domain/access/viewer';
import { isId } from '@/domain/id';
import { liveStates } from '@/domain/scales/enrolment-state';
import { nameToday } from '@/domain/units/unit';
import { db } from '@/prisma/client';
import type { OpenedExport, ParticipantExport } from './export';

/** Rows of a session with two thousand seats and as many who wait. */
const ROWS_MAX = 5_000;

/**
 * Women with a seat in a session or in line for it, with whole numbers; null where the viewer may not take them out.
 */
export async function openParticipantRows(
  viewer: Viewer,
  sessionId: string,
): Promise<OpenedExport<ParticipantExport> | null> {
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
      arrivalNo: true,
      seatNo: true,
      state: true,
      name: true,
      phone: true,
      unitWords: true,
      accessNeed: true,
      session: { select: { demo: true } },
      person: { select: { fullName: true, phone: true } },
      unit: { select: { unitNames: nameToday() } },
    },
    take: ROWS_MAX,
  });
  const written = rows.map(({ person, unit, unitWords, session: { demo }, ...row }) => ({
    ...row,
    demo,
    name: person?.fullName ?? row.name ?? '',
    phone: row.phone ?? person?.phone ?? null,
    unit: [unitWords, unit?.unitNames[0]?.name].filter(Boolean).join(', '),
  }));
  return { total: written.length, rows: each(written) };
}

async function* each<Row>(rows: Row[]): AsyncGenerator<Row> {
  yield* rows;
}

import type { Viewer } from '@/domain/access/viewer';
import { mayWith } from '@/domain/attendance/attendance';
import { rowsOfKeys } from '@/domain/page';
import { findClashes } from '@/domain/trainings/booking/clash-queries';
import { ownOf, visibleTo } from '@/domain/trainings/session';
import { factsOf, summarySelect, toSummary } from '@/domain/trainings/session-view';
import { notOverAt } from '@/domain/trainings/when';
import { mapPublishedCommunes } from '@/domain/units/queries';
import { db } from '@/prisma/client';
import type { ComingSession } from './coming';

type ComingFilter = { most: number; own?: boolean };

/**
 * The next sessions that are to be decided on or stand, of those that the viewer may see; with the seats that are taken, and with the
 * first thing that holds the hall or a trainer of a proposal.
 */
export async function listComing(viewer: Viewer, { most, own = false }: ComingFilter): Promise<ComingSession[]> {
  const [rows, communes] = await Promise.all([
    rowsOfKeys(
      db.session.findMany({
        where: {
          AND: [
            visibleTo(viewer),
            own ? ownOf(viewer) : {},
            { state: { in: ['proposed', 'approved'] }, ...notOverAt(new Date()) },
          ],
        },
        orderBy: [{ startsAt: 'asc' }, { id: 'asc' }],
        select: { id: true },
        take: most,
      }),
      (ids, take) => db.session.findMany({ where: { id: { in: ids } }, select: comingSelect(), take }),
    ),
    mapPublishedCommunes(),
  ]);
  const waiting = rows.filter(({ state }) => state === 'proposed');
  const clashes = await findClashes(
    viewer,
    waiting.map(({ id, startsAt, endsAt, venue, sessionTrainers }) => ({
      sessionId: id,
      startsAt,
      endsAt,
      venueId: venue?.id ?? null,
      trainerIds: sessionTrainers.map(({ trainerId }) => trainerId),
    })),
  );
  const clashOf = new Map(waiting.map(({ id }, at) => [id, clashes[at]?.[0] ?? null]));
  return rows.map(({ _count, ...row }) => ({
    ...toSummary(row, viewer, communes),
    seated: _count.enrolments,
    marks: row.state === 'approved' && mayWith(viewer, 'attendance.take', factsOf(row)),
    clash: clashOf.get(row.id) ?? null,
  }));
}

const comingSelect = () =>
  ({
    ...summarySelect(),
    _count: { select: { enrolments: { where: { state: 'confirmed' } } } },
  }) as const;

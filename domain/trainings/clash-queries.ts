import type { Viewer } from '@/domain/access/viewer';
import { dayOf } from '@/domain/day';
import type { Detail } from '@/domain/result';
import { listPublishedCommunes } from '@/domain/units/queries';
import { db } from '@/prisma/client';
import { clockOf, maySee, standing, type Times } from './session';
import { communeOf, courseWords, factsOf, summarySelect } from './session-view';

/** A time that is wanted for a hall and some trainers; `sessionId` is the session that asks, which never clashes with itself. */
export type Wanted = Times & { sessionId?: string | undefined; venueId: string | null; trainerIds: string[] };

export type Clash = { problem: 'trainer-taken' | 'hall-taken'; detail: Detail };

/**
 * The earliest session that stands and has the hall or one of the trainers at the wanted time; null when all are free.
 * `detail` names it for words: `session` (its title), `place`, `day` ('YYYY-MM-DD') and `time` ('14:00 – 16:00', both in
 * Viet Nam), `trainer` (who is taken). Of a session that the viewer may not see only place and time are told (`seen`: 'no').
 */
export async function findClash(viewer: Viewer, wanted: Wanted): Promise<Clash | null> {
  const row = await db.session.findFirst({
    where: {
      state: { in: standing },
      startsAt: { lt: wanted.endsAt },
      endsAt: { gt: wanted.startsAt },
      ...(wanted.sessionId ? { id: { not: wanted.sessionId } } : {}),
      OR: [
        ...(wanted.venueId ? [{ venueId: wanted.venueId }] : []),
        { sessionTrainers: { some: { trainerId: { in: wanted.trainerIds } } } },
      ],
    },
    orderBy: [{ startsAt: 'asc' }, { id: 'asc' }],
    select: {
      ...summarySelect(),
      sessionTrainers: { select: { trainerId: true, trainer: { select: { fullName: true } } }, take: 20 },
    },
  });
  if (!row) return null;

  const taken = row.sessionTrainers.find(({ trainerId }) => wanted.trainerIds.includes(trainerId));
  const isSeen = maySee(viewer, factsOf(row));
  const communeId = communeOf(row);
  const commune = (await listPublishedCommunes()).find(({ id }) => id === communeId);
  const place = row.venue?.name ?? row.unit.unitNames[0]?.name ?? '';
  return {
    problem: taken ? 'trainer-taken' : 'hall-taken',
    detail: {
      seen: isSeen ? 'yes' : 'no',
      session: isSeen ? (courseWords(row.course.courseTexts, viewer.locale)?.title ?? row.course.code) : '',
      place: commune && !place.endsWith(commune.name) ? `${place}, ${commune.name}` : place,
      day: dayOf(row.startsAt),
      time: `${clockOf(row.startsAt)} – ${clockOf(row.endsAt)}`,
      trainer: taken?.trainer.fullName ?? '',
    },
  };
}

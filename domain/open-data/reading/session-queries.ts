import { FIRST_DAY } from '@/domain/coverage/coverage';
import { addDays, type Day, today, writtenAt } from '@/domain/days/day';
import { behindInstant, instantKeyOf, pageOf, readInstantKey, rowsOfKeys } from '@/domain/page';
import { ok } from '@/domain/result';
import { toPublishedSessions } from '@/domain/trainings/published/published-queries';
import { narrowedTo, oncePublic, publishedSelect } from '@/domain/trainings/published/published-view';
import type { PublishedSession } from '@/domain/trainings/session-view';
import { onDays } from '@/domain/trainings/when';
import { db } from '@/prisma/client';
import { type Question, refused } from '../question';
import type { SessionRow } from '../rows';
import { findPublishedPlace } from './place-queries';
import type { PageAddresses, Telling } from './told';

/** The last day that a stretch without an end goes to. */
const AHEAD: Day = '2199-12-30';

/** Sessions that are or were announced, in the order of their beginning, as the calendar lists them. Who comes is told of none. */
export async function listPublishedSessionRows(question: Question, addresses: PageAddresses): Telling<SessionRow> {
  const { commune, after, limit, language } = question;
  if (after !== undefined && !readInstantKey(after)) return refused('no-such-place-in-list', 'after');
  const place = commune === undefined ? null : await findPublishedPlace(commune);
  if (commune !== undefined && !place) return refused('no-such-commune', 'commune');
  const to = question.to;
  const from = question.from ?? (to && to < today() ? FIRST_DAY : today());
  const keys = db.session.findMany({
    where: {
      AND: [
        oncePublic(),
        onDays(from, addDays(to ?? AHEAD, 1)),
        narrowedTo(place ? { communeId: place.id } : {}),
        behindInstant(after, 'startsAt', 'asc'),
      ],
    },
    orderBy: [{ startsAt: 'asc' }, { id: 'asc' }],
    select: { id: true },
    take: limit + 1,
  });
  const found = await rowsOfKeys(keys, (ids, take) =>
    db.session.findMany({ where: { id: { in: ids } }, select: publishedSelect(), take }),
  );
  const { page, next } = pageOf(found, limit, ({ startsAt, id }) => instantKeyOf(startsAt, id));
  const rows = (await toPublishedSessions(page, language)).map((session) =>
    toRow(session, addresses.session(language, session.slug)),
  );
  return ok({ rows, next, day: null, from, to });
}

const toRow = (session: PublishedSession, page: string): SessionRow => ({
  session: session.number,
  starts_at: writtenAt(session.startsAt),
  ends_at: writtenAt(session.endsAt),
  title: session.course.title,
  course: session.course.code,
  commune: session.commune?.code ?? null,
  place: session.unit,
  venue: session.venue?.name ?? null,
  mode: session.mode,
  audience: session.audience,
  seats: session.seats,
  session_state: session.state,
  page,
  demonstration: session.demo,
});

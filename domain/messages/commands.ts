import type { z } from 'zod';
import type { Viewer } from '@/domain/access/viewer';
import { record } from '@/domain/audit-writes';
import { knownTicketSecret } from '@/domain/ground/ticket-secret';
import { isId } from '@/domain/id';
import type { Locale } from '@/domain/locale';
import { answerBy } from '@/domain/offer';
import { messageNumbersOf } from '@/domain/people/phones/number-queries';
import { shownPhone } from '@/domain/people/phones/phone';
import { unveilEach } from '@/domain/people/phones/unveil-phones-writes';
import { ok, problem, type Result } from '@/domain/result';
import { holdSessions } from '@/domain/session-writes';
import { db, transaction } from '@/prisma/client';
import type { Transaction } from '@/prisma/transaction';
import { listFailedReminders } from './failed-reminder-queries';
import { offerTopics, readLocale } from './message';
import { mailsOf, type messageInput, type messagesInput, tellableBy } from './outbox';

type MessageInput = z.output<typeof messageInput>;
type MessagesInput = z.output<typeof messagesInput>;
/** How to reach her, and the ticket whose address she is sent. */
type Reached = { messageId: string; phone: string; ticket?: { secret: string; locale: Locale } };
type Marked = { sessionId: string; count: number };

/** Messages among these that she may tell. */
const found = (database: Transaction, viewer: Viewer, messageIds: string[]) =>
  database.outboxMessage.findMany({
    where: { AND: [{ id: { in: messageIds } }, tellableBy(viewer)] },
    select: {
      id: true,
      sessionId: true,
      session: { select: { unitId: true } },
      about: true,
      recipient: true,
      locale: true,
      enrolmentId: true,
      enrolment: { select: { id: true, ticketHash: true, personId: true } },
    },
    take: messageIds.length,
  });

/**
 * The numbers of women whom the viewer is to tell something, as they are read out, with a line in the trail for each.
 * 'not-found' unless she may tell all of them; 'no-phone' where no number is known.
 */
export async function seeNumbers(
  viewer: Viewer,
  { messageIds }: MessagesInput,
): Promise<Result<Reached[], 'not-found' | 'no-phone'>> {
  const noted = await transaction(async (tx) => {
    const rows = await found(tx, viewer, messageIds);
    if (rows.length < new Set(messageIds).size) return problem('not-found');
    const known = rows.filter(({ recipient }) => recipient);
    if (known.length === 0) return problem('no-phone');
    const { entryIds, key } = await unveilEach(tx, viewer, known.map(readingOf));
    return ok({ known, entryIds, key });
  });
  if (!noted.ok) return noted;
  const { known, ...openings } = noted.value;
  const numbers = await messageNumbersOf(viewer, openings);
  return ok(
    known.flatMap(({ id, locale, enrolment }) => {
      const phone = numbers.get(id);
      if (!phone) return [];
      // the address of a ticket goes to its number and is written nowhere
      const secret = enrolment && knownTicketSecret(enrolment);
      const ticket = secret ? { ticket: { secret, locale: readLocale(locale) } } : {};
      return [{ messageId: id, phone: shownPhone(phone), ...ticket }];
    }),
  );
}

/** The line of the trail of who reads the number of a woman: on her record, where she has one. */
const readingOf = ({ id, enrolmentId, enrolment, session }: Awaited<ReturnType<typeof found>>[number]) => ({
  row: id,
  draft: {
    verb: 'read' as const,
    action: 'seePhone' as const,
    ...(enrolment?.personId
      ? { subjectType: 'person', subjectId: enrolment.personId }
      : { subjectType: 'enrolment', subjectId: enrolmentId }),
    unitId: session?.unitId ?? null,
  },
});

/**
 * Marks women of one session as told; from now on the span of an offer runs. One message beyond her reach leaves all
 * as they were. 'already-told': somebody else marked every one of them first.
 */
export async function markTold(
  viewer: Viewer,
  { messageIds }: MessagesInput,
): Promise<Result<Marked, 'not-found' | 'already-told'>> {
  const rows = await found(db, viewer, messageIds);
  if (rows.length < new Set(messageIds).size) return problem('not-found');
  const [first] = rows;
  const sessionId = first?.sessionId;
  if (!sessionId || rows.some((row) => row.sessionId !== sessionId)) return problem('not-found');
  return transaction(async (tx) => {
    const { count } = await tx.outboxMessage.updateMany({
      where: { id: { in: rows.map(({ id }) => id) }, state: 'ready' },
      data: { state: 'sent', sentAt: new Date(), toldById: viewer.accountId },
    });
    if (count === 0) return problem('already-told');
    await beginSpans(
      tx,
      sessionId,
      rows.flatMap(({ about, enrolmentId }) => (offerTopics.includes(about) && enrolmentId ? enrolmentId : [])),
    );
    await record(tx, viewer, {
      verb: 'changed',
      action: 'markTold',
      subjectType: 'session',
      subjectId: sessionId,
      unitId: first.session?.unitId ?? null,
      change: { messages: count },
    });
    return ok({ sessionId, count });
  });
}

/** The session is locked first, as whoever settles its seats does; an offer that has lapsed meanwhile stays as it is. */
async function beginSpans(tx: Transaction, sessionId: string, enrolmentIds: string[]): Promise<void> {
  if (enrolmentIds.length === 0) return;
  const session = (await holdSessions(tx, [sessionId], 'seats')).get(sessionId);
  if (!session) return;
  const { startsAt, now } = session;
  await tx.enrolment.updateMany({
    where: { id: { in: enrolmentIds }, sessionId, state: 'offered', offerToldAt: null },
    data: { offerToldAt: now, offerUntil: answerBy(startsAt, now) },
  });
}

/** Takes a mark back: she waits to be told again. The span of an offer runs on until she is. */
export async function takeBackTold(
  viewer: Viewer,
  { messageId }: MessageInput,
): Promise<Result<Marked, 'not-found' | 'not-told'>> {
  const [message] = await found(db, viewer, [messageId]);
  if (!message?.sessionId) return problem('not-found');
  const { about, sessionId, session, enrolmentId } = message;
  return transaction(async (tx) => {
    const { count } = await tx.outboxMessage.updateMany({
      where: { id: messageId, state: 'sent' },
      data: { state: 'ready', sentAt: null, toldById: null },
    });
    if (count === 0) return problem('not-told');
    if (enrolmentId && offerTopics.includes(about))
      await tx.enrolment.updateMany({ where: { id: enrolmentId, state: 'offered' }, data: { offerToldAt: null } });
    await record(tx, viewer, {
      verb: 'changed',
      action: 'takeBackTold',
      subjectType: 'session',
      subjectId: sessionId,
      unitId: session?.unitId ?? null,
      change: { messages: 1 },
    });
    return ok({ sessionId, count });
  });
}

/** Tries an e-mail again that was given up, from the first try on: about a session, or of a reminder. */
export async function sendAgain(
  viewer: Viewer,
  { messageId }: MessageInput,
): Promise<Result<{ sessionId: string | null; count: number }, 'not-found' | 'not-failed'>> {
  const mail = await findMail(viewer, messageId);
  if (!mail) return problem('not-found');
  const { sessionId, subject } = mail;
  return transaction(async (tx) => {
    const { count } = await tx.outboxMessage.updateMany({
      where: { id: messageId, state: 'failed' },
      data: { state: 'ready', attempts: 0, notBefore: new Date(), lastError: null },
    });
    if (count === 0) return problem('not-failed');
    await record(tx, viewer, { verb: 'changed', action: 'sendAgain', ...subject, change: { messages: 1 } });
    return ok({ sessionId, count });
  });
}

/** A mail that she may have sent again, with what the trail says that it is about. */
async function findMail(viewer: Viewer, messageId: string) {
  if (!isId(messageId)) return null;
  const reminders = await listFailedReminders(viewer);
  const message = await db.outboxMessage.findFirst({
    where: { AND: [{ id: messageId }, mailsOf(viewer, reminders)] },
    select: { sessionId: true, session: { select: { unitId: true } } },
  });
  const reminder = reminders.find(({ id }) => id === messageId);
  const [type, about] = reminder
    ? (['reminder', { id: reminder.reminderId, unitId: reminder.unitId }] as const)
    : (['session', { id: message?.sessionId ?? null, unitId: message?.session?.unitId ?? null }] as const);
  if (!message || about.id === null) return null;
  return { sessionId: message.sessionId, subject: { subjectType: type, subjectId: about.id, unitId: about.unitId } };
}

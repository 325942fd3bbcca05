import type { z } from 'zod';
import type { Viewer } from '@/domain/access/viewer';
import { record } from '@/domain/audit/record';
import { isId } from '@/domain/id';
import { shownPhone } from '@/domain/people/phone';
import { ok, problem, type Result } from '@/domain/result';
import { db, transaction } from '@/prisma/client';
import { knownTicketSecret } from '@/prisma/ticket-secret';
import { readLocale } from './message';
import { mailsOf, type markToldInput, type messageInput, tellableBy } from './outbox';

type MessageInput = z.output<typeof messageInput>;
/** How to reach her, and the ticket whose address she is sent. */
type Reached = { phone: string; ticket?: { secret: string; locale: Viewer['locale'] } };
type Marked = { sessionId: string; count: number };

const found = (viewer: Viewer, messageId: string) =>
  db.outboxMessage.findFirst({
    where: { AND: [{ id: messageId }, tellableBy(viewer)] },
    select: {
      ...{ recipient: true, locale: true, enrolmentId: true, sessionId: true, session: { select: { unitId: true } } },
      enrolment: { select: { id: true, ticketHash: true } },
    },
  });

/**
 * The number of a woman whom the viewer is to tell something, as it is read out. That it was read, by whom and of which
 * enrolment, goes into the trail first. With it comes the secret of her ticket, where she has one: its address goes to her number and
 * is written nowhere. 'no-phone' where none is known.
 */
export async function seeNumber(
  viewer: Viewer,
  { messageId }: MessageInput,
): Promise<Result<Reached, 'not-found' | 'no-phone'>> {
  const message = isId(messageId) ? await found(viewer, messageId) : null;
  if (!message) return problem('not-found');
  const { recipient, locale, enrolmentId, enrolment, session } = message;
  const secret = enrolment && knownTicketSecret(enrolment);
  if (!recipient) return problem('no-phone');
  return transaction(async (tx) => {
    await record(tx, viewer, {
      ...{ verb: 'read', action: 'seePhone', subjectType: 'enrolment' },
      ...{ subjectId: enrolmentId, unitId: session?.unitId ?? null },
    });
    const ticket = secret ? { ticket: { secret, locale: readLocale(locale) } } : {};
    return ok({ phone: shownPhone(recipient), ...ticket });
  });
}

/**
 * Marks women of one session as told, with who told them and when. Whom somebody else marked a moment earlier stays marked by
 * her; 'already-told' when that is true of all of them.
 */
export async function markTold(
  viewer: Viewer,
  { messageIds }: z.output<typeof markToldInput>,
): Promise<Result<Marked, 'not-found' | 'already-told'>> {
  const rows = await db.outboxMessage.findMany({
    where: { AND: [{ id: { in: messageIds } }, tellableBy(viewer)] },
    select: { id: true, sessionId: true, session: { select: { unitId: true } } },
    take: messageIds.length,
  });
  const [first] = rows;
  const sessionId = first?.sessionId;
  if (!sessionId || rows.some((row) => row.sessionId !== sessionId)) return problem('not-found');
  return transaction(async (tx) => {
    const { count } = await tx.outboxMessage.updateMany({
      where: { id: { in: rows.map(({ id }) => id) }, state: 'ready' },
      data: { state: 'sent', sentAt: new Date(), toldById: viewer.accountId },
    });
    if (count === 0) return problem('already-told');
    await record(tx, viewer, {
      ...{ verb: 'changed', action: 'markTold', subjectType: 'session', subjectId: sessionId },
      ...{ unitId: first.session?.unitId ?? null, change: { messages: count } },
    });
    return ok({ sessionId, count });
  });
}

/** Takes a mark back: she waits to be told again. */
export async function takeBackTold(
  viewer: Viewer,
  { messageId }: MessageInput,
): Promise<Result<Marked, 'not-found' | 'not-told'>> {
  const message = isId(messageId) ? await found(viewer, messageId) : null;
  if (!message?.sessionId) return problem('not-found');
  const { sessionId, session } = message;
  return transaction(async (tx) => {
    const { count } = await tx.outboxMessage.updateMany({
      where: { id: messageId, state: 'sent' },
      data: { state: 'ready', sentAt: null, toldById: null },
    });
    if (count === 0) return problem('not-told');
    await record(tx, viewer, {
      ...{ verb: 'changed', action: 'takeBackTold', subjectType: 'session', subjectId: sessionId },
      ...{ unitId: session?.unitId ?? null, change: { messages: 1 } },
    });
    return ok({ sessionId, count });
  });
}

/** Tries an e-mail again that was given up, from the first try on. */
export async function sendAgain(
  viewer: Viewer,
  { messageId }: MessageInput,
): Promise<Result<Marked, 'not-found' | 'not-failed'>> {
  const message = isId(messageId)
    ? await db.outboxMessage.findFirst({
        where: { AND: [{ id: messageId }, mailsOf(viewer)] },
        select: { sessionId: true, session: { select: { unitId: true } } },
      })
    : null;
  if (!message?.sessionId) return problem('not-found');
  const { sessionId, session } = message;
  return transaction(async (tx) => {
    const { count } = await tx.outboxMessage.updateMany({
      where: { id: messageId, state: 'failed' },
      data: { state: 'ready', attempts: 0, notBefore: new Date(), lastError: null },
    });
    if (count === 0) return problem('not-failed');
    await record(tx, viewer, {
      ...{ verb: 'changed', action: 'sendAgain', subjectType: 'session', subjectId: sessionId },
      ...{ unitId: session?.unitId ?? null, change: { messages: 1 } },
    });
    return ok({ sessionId, count });
  });
}

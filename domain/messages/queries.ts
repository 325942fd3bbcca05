import { placedToday } from '@/domain/access/access';
import type { Viewer } from '@/domain/access/viewer';
import { liveStates } from '@/domain/enrolments/enrolment';
import { isId } from '@/domain/id';
import { maskedPhone } from '@/domain/people/phone';
import { mapPublishedCommunes } from '@/domain/units/queries';
import { db } from '@/prisma/client';
import { isTopic, readFacts, readLocale, toldSessionSelect, toToldSession } from './message';
import { type MailMessage, MESSAGES_PAGE, mailsOf, type PhoneMessage, tellableBy } from './outbox';

/** Of one session, of one commune, or of everywhere in reach; `after` is the id of the last message of the page before. */
export type MessageFilter = { sessionId?: string; communeId?: string; after?: string };
export type Page<Row> = { messages: Row[]; next: string | null };

/** Ids tell when they were made, so their order is the order of causes. */
const narrowed = ({ sessionId, communeId, after }: MessageFilter) => ({
  ...(sessionId ? { sessionId } : {}),
  ...(communeId ? { session: { unit: { unitSpans: { some: { AND: [placedToday(), { communeId }] } } } } } : {}),
  ...(after && isId(after) ? { id: { lt: after } } : {}),
});

/**
 * What waits for a person, as long as it is true of her: an offer until she answers it or it lapses, a change of the session
 * while she is on its list. So whoever did something on her ticket is not told what she did. Where a session is over nobody
 * is, except on its own page.
 */
const waiting = ({ sessionId }: MessageFilter) => ({
  state: 'ready' as const,
  OR: [
    { about: { startsWith: 'session-' }, enrolment: { state: { in: [...liveStates] } } },
    { about: 'enrolled', enrolment: { state: 'confirmed' as const } },
    { about: 'waiting', enrolment: { state: 'waiting' as const } },
    { about: 'seat-offered', enrolment: { state: 'offered' as const, offerUntil: { gt: new Date() } } },
    { about: 'offer-expired', enrolment: { state: 'expired' as const } },
  ],
  ...(sessionId ? {} : { session: { endsAt: { gte: new Date() } } }),
});

const phoneSelect = () =>
  ({
    id: true,
    about: true,
    facts: true,
    locale: true,
    recipient: true,
    createdAt: true,
    sentAt: true,
    toldBy: { select: { displayName: true } },
    enrolment: { select: { name: true, person: { select: { fullName: true } } } },
    session: { select: toldSessionSelect() },
  }) as const;

/** Women whom the viewer is to tell something, or has told (`told`), newest cause first, fifty at a time. */
export async function listMessages(
  viewer: Viewer,
  { told = false, ...filter }: MessageFilter & { told?: boolean },
): Promise<Page<PhoneMessage>> {
  const state = told ? { state: 'sent' as const } : waiting(filter);
  const [rows, communes] = await Promise.all([
    db.outboxMessage.findMany({
      where: { AND: [tellableBy(viewer), state, narrowed(filter)] },
      orderBy: { id: 'desc' },
      select: phoneSelect(),
      take: MESSAGES_PAGE + 1,
    }),
    mapPublishedCommunes(),
  ]);
  return paged(rows, ({ id, about, enrolment, session, ...row }) => {
    if (!session || !isTopic(about)) return [];
    const locale = readLocale(row.locale);
    return {
      ...{ id, about, locale, facts: readFacts(row.facts), toTeam: false },
      session: toToldSession(session, locale, communes),
      title: toToldSession(session, viewer.locale, communes).title,
      name: enrolment?.name ?? enrolment?.person?.fullName ?? '',
      phone: row.recipient ? maskedPhone(row.recipient) : null,
      ...{ createdAt: row.createdAt, toldAt: row.sentAt, toldBy: row.toldBy?.displayName ?? null },
    };
  });
}

/** E-mails about sessions of the viewer's units, newest first, fifty at a time. */
export async function listMails(viewer: Viewer, filter: MessageFilter): Promise<Page<MailMessage>> {
  const [rows, communes] = await Promise.all([
    db.outboxMessage.findMany({
      where: { AND: [mailsOf(viewer), { state: { in: ['ready', 'sent', 'failed'] } }, narrowed(filter)] },
      orderBy: { id: 'desc' },
      select: {
        ...{ id: true, about: true, state: true, attempts: true, notBefore: true },
        ...{ sentAt: true, lastError: true, createdAt: true },
        account: { select: { displayName: true } },
        session: { select: toldSessionSelect() },
      },
      take: MESSAGES_PAGE + 1,
    }),
    mapPublishedCommunes(),
  ]);
  return paged(rows, ({ id, about, state, session, account, lastError, ...row }) => {
    if (!session || !isTopic(about) || state === 'discarded') return [];
    const { attempts, notBefore, sentAt, createdAt } = row;
    return {
      ...{ id, about, state, attempts, notBefore, sentAt, createdAt },
      session: toToldSession(session, viewer.locale, communes),
      ...{ to: account?.displayName ?? '', error: lastError },
    };
  });
}

function paged<Row extends { id: string }, View>(rows: Row[], view: (row: Row) => View | []): Page<View> {
  const shown = rows.slice(0, MESSAGES_PAGE);
  return {
    messages: shown.flatMap(view) as View[],
    next: rows.length > MESSAGES_PAGE ? (shown.at(-1)?.id ?? null) : null,
  };
}

/** How many women wait to be told, and how many e-mails were given up, within the viewer's reach. */
export async function countMessages(
  viewer: Viewer,
  filter: Pick<MessageFilter, 'sessionId' | 'communeId'> = {},
): Promise<{ toTell: number; failed: number }> {
  const [toTell, failed] = await Promise.all([
    db.outboxMessage.count({ where: { AND: [tellableBy(viewer), waiting(filter), narrowed(filter)] } }),
    db.outboxMessage.count({ where: { AND: [mailsOf(viewer), { state: 'failed' }, narrowed(filter)] } }),
  ]);
  return { toTell, failed };
}

import { mayAnywhere } from '@/domain/access/access';
import type { Viewer } from '@/domain/access/viewer';
import { answerBy } from '@/domain/offer';
import { pageOf, rowsOfKeys } from '@/domain/page';
import { keptMasked } from '@/domain/people/phones/phone';
import { mapPublishedCommunes } from '@/domain/units/queries';
import { db, type Prisma } from '@/prisma/client';
import { listFailedReminders } from './failed-reminder-queries';
import { mailTroubleOf } from './mail-trouble';
import { isTopic, offerTopics, REMINDED, readFacts, readLocale, toldSessionSelect, toToldSession } from './message';
import { type MailMessage, MESSAGES_PAGE, mailsOf, type PhoneMessage, tellableBy } from './outbox';
import { changes, type MessageFilter, narrowed, offers, waiting } from './waiting';

export type Page<Row> = { messages: Row[]; next: string | null };

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
    enrolment: {
      select: { name: true, person: { select: { fullName: true } }, offerUntil: true, offerToldAt: true },
    },
    session: { select: toldSessionSelect() },
  }) as const;

/**
 * Women whom the viewer is to tell something, newest cause first, fifty at a time; before them those for whom a seat is held,
 * the one whose time ends first at the head. Or whom somebody has told (`told`).
 */
export async function listMessages(
  viewer: Viewer,
  { told = false, ...filter }: MessageFilter & { told?: boolean },
): Promise<Page<PhoneMessage>> {
  const find = (state: object, orderBy: object, take: number) =>
    rowsOfKeys(
      db.outboxMessage.findMany({
        where: { AND: [tellableBy(viewer), state, narrowed(filter)] },
        orderBy,
        select: { id: true },
        take,
      }),
      (ids) => db.outboxMessage.findMany({ where: { id: { in: ids } }, select: phoneSelect(), take }),
    );
  const ofOffers = told || filter.after ? null : waiting(filter, offers());
  const [urgent, rows, communes] = await Promise.all([
    ofOffers ? find(ofOffers, [{ enrolment: { offerUntil: 'asc' } }, { id: 'desc' }], MESSAGES_PAGE) : [],
    find(told ? { state: 'sent' } : waiting(filter, ...changes()), { id: 'desc' }, MESSAGES_PAGE + 1),
    mapPublishedCommunes(),
  ]);
  const view = (row: PhoneRow) => toPhoneMessage(row, viewer, communes);
  const { messages, next } = paged(rows, view);
  return { messages: [...urgent.flatMap(view), ...messages], next };
}

type PhoneRow = Prisma.OutboxMessageGetPayload<{ select: ReturnType<typeof phoneSelect> }>;

function toPhoneMessage(
  { id, about, enrolment, session, ...row }: PhoneRow,
  viewer: Viewer,
  communes: Awaited<ReturnType<typeof mapPublishedCommunes>>,
): PhoneMessage | [] {
  if (!session || !isTopic(about)) return [];
  const locale = readLocale(row.locale);
  const { offerUntil = null, offerToldAt = null } = (offerTopics.includes(about) && enrolment) || {};
  // whoever is told now has her span from now on
  const until = offerToldAt ? offerUntil : offerUntil && answerBy(session.startsAt, new Date());
  return {
    id,
    about,
    locale,
    toTeam: false,
    facts: { ...readFacts(row.facts), ...(until ? { until: until.toISOString() } : {}) },
    session: toToldSession(session, locale, communes),
    title: toToldSession(session, viewer.locale, communes).title,
    name: enrolment?.name ?? enrolment?.person?.fullName ?? '',
    phone: keptMasked(row.recipient),
    deadline: offerUntil,
    createdAt: row.createdAt,
    toldAt: row.sentAt,
    toldBy: row.toldBy?.displayName ?? null,
  };
}

const mailSelect = () =>
  ({
    id: true,
    about: true,
    state: true,
    attempts: true,
    notBefore: true,
    sentAt: true,
    lastError: true,
    createdAt: true,
    facts: true,
    account: { select: { displayName: true } },
    session: { select: toldSessionSelect() },
  }) as const;

/** E-mails about sessions of the viewer's units and reminders that were given up, newest first, fifty at a time. */
export async function listMails(viewer: Viewer, filter: MessageFilter): Promise<Page<MailMessage>> {
  const reminders = await listFailedReminders(viewer);
  const seesCodes = mayAnywhere(viewer, 'condition.see');
  const [rows, communes] = await Promise.all([
    rowsOfKeys(
      db.outboxMessage.findMany({
        where: { AND: [mailsOf(viewer, reminders), { state: { in: ['ready', 'sent', 'failed'] } }, narrowed(filter)] },
        orderBy: { id: 'desc' },
        select: { id: true },
        take: MESSAGES_PAGE + 1,
      }),
      (ids, take) => db.outboxMessage.findMany({ where: { id: { in: ids } }, select: mailSelect(), take }),
    ),
    mapPublishedCommunes(),
  ]);
  return paged(rows, ({ about, state, session, account, facts, lastError, ...row }) => {
    if (state === 'discarded') return [];
    const { id, attempts, notBefore, sentAt, createdAt } = row;
    const why = { trouble: lastError ? mailTroubleOf(lastError) : null, code: seesCodes ? lastError : null };
    const sent = { id, state, attempts, notBefore, sentAt, createdAt, ...why };
    if (about === REMINDED) return { ...sent, about, session: null, to: readFacts(facts).placeName ?? '' };
    if (!session || !isTopic(about)) return [];
    return {
      ...sent,
      about,
      session: toToldSession(session, viewer.locale, communes),
      to: account?.displayName ?? '',
    };
  });
}

function paged<Row extends { id: string }, View>(rows: Row[], view: (row: Row) => View | []): Page<View> {
  const { page: shown, next } = pageOf(rows, MESSAGES_PAGE);
  return {
    messages: shown.flatMap(view) as View[],
    next,
  };
}

export type MessageCounts = {
  toTell: number;
  /** until when the first of them is held a seat that she has not heard of */
  deadline: Date | null;
  failed: number;
};

/** How many women wait to be told, by when the first of them, and how many e-mails were given up, within the viewer's reach. */
export async function countMessages(
  viewer: Viewer,
  filter: Pick<MessageFilter, 'sessionId' | 'communeId'> = {},
): Promise<MessageCounts> {
  const reminders = await listFailedReminders(viewer);
  const within = (state: object) => ({ AND: [tellableBy(viewer), state, narrowed(filter)] });
  const [toTell, urgent, failed] = await Promise.all([
    db.outboxMessage.count({ where: within(waiting(filter, offers(), ...changes())) }),
    db.outboxMessage.findFirst({
      where: within(waiting(filter, offers())),
      orderBy: { enrolment: { offerUntil: 'asc' } },
      select: { enrolment: { select: { offerUntil: true } } },
    }),
    db.outboxMessage.count({ where: { AND: [mailsOf(viewer, reminders), { state: 'failed' }, narrowed(filter)] } }),
  ]);
  return { toTell, deadline: urgent?.enrolment?.offerUntil ?? null, failed };
}

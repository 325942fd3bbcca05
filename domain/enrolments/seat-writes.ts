import { today } from '@/domain/day';
import type { MessageDraft } from '@/domain/messages/message';
import { queueMessages } from '@/domain/messages/queue-writes';
import type { Transaction } from '@/prisma/transaction';
import type { EnrolmentState } from './enrolment';

type Settled = {
  id: string;
  sessionId: string;
  state: Extract<EnrolmentState, 'offered' | 'expired'>;
  /** she waited for the topic, and is told of a class for the first time */
  invited: boolean;
  phone: string | null;
  locale: 'vi' | 'en';
};

/**
 * Puts the seats of sessions in order, in the transaction of whatever changed them: offers that have lapsed are taken back,
 * those who wait are offered what is free in order of arrival, parties whole, and each of them is to be told. Returns how
 * many were offered a seat. The rule itself is `app.settle_seats`; what lapses is settled by the clock (due-seat-commands.ts).
 */
export async function settleSeats(tx: Transaction, ...sessionIds: string[]): Promise<number> {
  const settled = await tx.$queryRaw<Settled[]>`
    SELECT s.id::text, s.state::text, coalesce(e.phone, p.phone) AS phone, e.locale, e.session_id::text AS "sessionId",
      e.origin = 'topic_list' AND NOT EXISTS (SELECT FROM outbox_message o WHERE o.enrolment_id = e.id) AS invited
    FROM (SELECT DISTINCT unnest(${sessionIds}::uuid[]) AS id ORDER BY 1) x CROSS JOIN LATERAL app.settle_seats(x.id) s
      JOIN enrolment e ON e.id = s.id LEFT JOIN person p ON p.id = e.person_id`;
  await queueMessages(
    tx,
    settled.map(({ id, sessionId, state, invited, phone, locale }): MessageDraft => {
      const about = state === 'expired' ? 'offer-expired' : invited ? 'invited' : 'seat-offered';
      return {
        ...{ kind: 'zalo', about, dedupeKey: `${state === 'expired' ? about : 'seat-offered'} ${id}`, locale },
        ...{ recipient: phone, sessionId, enrolmentId: id },
      };
    }),
  );
  return settled.filter(({ state }) => state === 'offered').length;
}

export type Seated = { id: string; state: EnrolmentState; position: number | null; already: boolean };

/** What is told to whom `app.enrol` gave a seat or a place in the line. */
export const enrolledDraft = (
  sessionId: string,
  { id, state, position }: Pick<Seated, 'id' | 'state' | 'position'>,
  to: { phone: string | null; locale: 'vi' | 'en' },
): MessageDraft => {
  const about = state === 'waiting' ? 'waiting' : 'enrolled';
  return {
    ...{ kind: 'zalo', about, dedupeKey: `${about} ${id}`, locale: to.locale, recipient: to.phone },
    ...{ sessionId, enrolmentId: id, facts: position === null ? {} : { position: String(position) } },
  };
};

/** Where she stands, told once more to the number on the list: at most once a day, whoever asks for it. */
export async function tellAgain(tx: Transaction, sessionId: string, id: string): Promise<void> {
  const { person, ...row } = await tx.enrolment.findUniqueOrThrow({
    where: { id },
    select: {
      state: true,
      phone: true,
      locale: true,
      arrivalNo: true,
      person: { select: { phone: true } },
    },
  });
  const upToHer = { sessionId, state: 'waiting', arrivalNo: { lte: row.arrivalNo } } as const;
  const position = row.state === 'waiting' ? await tx.enrolment.count({ where: upToHer }) : null;
  const locale = row.locale === 'en' ? 'en' : 'vi';
  const draft = enrolledDraft(
    sessionId,
    { id, state: row.state, position },
    { phone: row.phone ?? person?.phone ?? null, locale },
  );
  const about = row.state === 'offered' ? 'seat-offered' : draft.about;
  await queueMessages(tx, [{ ...draft, about, dedupeKey: `again ${id} ${today()}` }]);
}

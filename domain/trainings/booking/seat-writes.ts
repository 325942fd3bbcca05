import type { Locale } from '@/domain/locale';
import type { MessageDraft } from '@/domain/messages/message';
import { queueMessages } from '@/domain/messages/queue-writes';
import type { EnrolmentState } from '@/domain/scales/enrolment-state';
import type { Transaction } from '@/prisma/transaction';

type Settled = {
  id: string;
  sessionId: string;
  state: Extract<EnrolmentState, 'offered' | 'expired'>;
  /** she waited for the topic, and is told of a class for the first time */
  invited: boolean;
  locale: Locale;
};

/**
 * Puts the seats of sessions in order (`app.settle_seats`), in the transaction of whatever changed them, and has each
 * woman told whose offer begins or has lapsed. Returns how many were offered a seat.
 */
export async function settleSeats(tx: Transaction, ...sessionIds: string[]): Promise<number> {
  const settled = await tx.$queryRaw<Settled[]>`
    SELECT s.id::text, s.state::text, e.locale, e.session_id::text AS "sessionId",
      e.origin = 'topic_list' AND NOT EXISTS (SELECT FROM outbox_message o WHERE o.enrolment_id = e.id) AS invited
    FROM (SELECT DISTINCT unnest(${sessionIds}::uuid[]) AS id ORDER BY 1) x CROSS JOIN LATERAL app.settle_seats(x.id) s
      JOIN enrolment e ON e.id = s.id`;
  await queueMessages(
    tx,
    settled.map(({ id, sessionId, state, invited, locale }): MessageDraft => {
      const about = state === 'expired' ? 'offer-expired' : invited ? 'invited' : 'seat-offered';
      return {
        kind: 'zalo',
        about,
        dedupeKey: `${state === 'expired' ? about : 'seat-offered'} ${id}`,
        locale,
        recipient: null,
        sessionId,
        enrolmentId: id,
      };
    }),
  );
  return settled.filter(({ state }) => state === 'offered').length;
}

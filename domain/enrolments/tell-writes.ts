import { today } from '@/domain/days/day';
import type { Locale } from '@/domain/locale';
import type { MessageDraft } from '@/domain/messages/message';
import { queueMessages } from '@/domain/messages/queue-writes';
import { type EnrolmentState, stillWaits } from '@/domain/scales/enrolment-state';
import type { Transaction } from '@/prisma/transaction';

export type Seated = { id: string; state: EnrolmentState; position: number | null; already: boolean };

/** Without a number that was just typed the database puts the one that is kept (`app.address_message`). */
type Recipient = { phone: string | null; locale: Locale };

/** The message to a woman whom `app.enrol` gave a seat or a place in the line. */
export const enrolledDraft = (
  sessionId: string,
  seated: Pick<Seated, 'id' | 'state' | 'position'>,
  to: Recipient,
): MessageDraft => ({ ...enrolledMessage(seated, to), sessionId });

/** The same, of whatever session. */
export const enrolledMessage = (
  { id, state, position }: Pick<Seated, 'id' | 'state' | 'position'>,
  to: Recipient,
): MessageDraft => {
  const about = state === 'waiting' ? 'waiting' : 'enrolled';
  return {
    kind: 'zalo',
    about,
    dedupeKey: `${about} ${id}`,
    locale: to.locale,
    recipient: to.phone,
    enrolmentId: id,
    facts: position === null ? {} : { position: String(position) },
  };
};

/** Tells her place once more to the number on the list: at most once a day, whoever asks for it. */
export async function tellAgain(tx: Transaction, sessionId: string, id: string): Promise<void> {
  const row = await tx.enrolment.findUniqueOrThrow({
    where: { id },
    select: {
      state: true,
      locale: true,
      arrivalNo: true,
    },
  });
  const upToHer = { sessionId, ...stillWaits(), arrivalNo: { lte: row.arrivalNo } };
  const position = row.state === 'waiting' ? await tx.enrolment.count({ where: upToHer }) : null;
  const locale = row.locale === 'en' ? 'en' : 'vi';
  const draft = enrolledDraft(sessionId, { id, state: row.state, position }, { phone: null, locale });
  const about = row.state === 'offered' ? 'seat-offered' : draft.about;
  await queueMessages(tx, [{ ...draft, about, dedupeKey: `again ${id} ${today()}` }]);
}

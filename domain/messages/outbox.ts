import { z } from 'zod';
import { withinReach } from '@/domain/access/access';
import { withRoles } from '@/domain/access/roles';
import { mayWithPeople, withPeopleFor } from '@/domain/access/session-people';
import type { UnitPath, Viewer } from '@/domain/access/viewer';
import { idInput } from '@/domain/id';
import { personsWithin } from '@/domain/people/person';
import type { MaskedPhone } from '@/domain/people/phones/phone';
import type { MailTrouble } from './mail-trouble';
import { messageTopics, type REMINDED, type Worded } from './message';

/** Topics of what happened to a session. */
export const sessionTopics = messageTopics.filter((topic) => topic.startsWith('session-'));

/** A message that a person sends by phone: to whom, what it says, and whether it was told. */
export type PhoneMessage = Worded & {
  id: string;
  /** the session's title in the language of whoever reads the list, not of whoever is told */
  title: string;
  name: string;
  /** masked; null where none is known and she must be told another way */
  phone: MaskedPhone | null;
  /** until when a seat is held for her that she has not heard of: she is told before */
  deadline: Date | null;
  createdAt: Date;
  toldAt: Date | null;
  toldBy: string | null;
};

/** An e-mail about a session, or a reminder that was given up, as officials follow it. */
export type MailMessage = MailSubject & {
  id: string;
  /** the name of the account; its address is not shown. Of a reminder the place that it is about */
  to: string;
  state: 'ready' | 'sent' | 'failed';
  attempts: number;
  /** when it is tried next, while it waits */
  notBefore: Date;
  sentAt: Date | null;
  /** why it did not leave; null where nothing is known to be wrong */
  trouble: MailTrouble | null;
  /** what the sender noted (server/mail/sender.ts), for those who see the portal's condition alone */
  code: string | null;
  createdAt: Date;
};

type MailSubject = Pick<Worded, 'about' | 'session'> | { about: typeof REMINDED; session: null };

/** How many are shown and marked at once. */
export const MESSAGES_PAGE = 50;

export const messageInput = z.object({ messageId: idInput });
export const messagesInput = z.object({ messageIds: z.array(idInput).min(1).max(MESSAGES_PAGE) });

/** Messages that go to a phone. */
export const toPhones = { kind: { in: ['zalo' as const, 'sms' as const] } };

/**
 * Messages to phones that the viewer may tell, as a Prisma filter. Officials and trainers tell who is enrolled
 * (`session-people.ts`), a head her members and women who named a unit of hers on signing up.
 */
export function tellableBy(viewer: Viewer) {
  const withoutHead = withRoles(viewer, 'province_official', 'commune_official', 'trainer');
  const head = withRoles(viewer, 'sub_association_head');
  return {
    ...toPhones,
    OR: [
      { session: withPeopleFor(withoutHead, 'messages.tell') },
      {
        enrolment: {
          OR: [{ person: personsWithin(head, 'messages.tell') }, { unit: withinReach(head, 'messages.tell') }],
        },
      },
    ],
  };
}

/** The same question on one session: whether its page has a part for telling people. A head's are the sessions of her own units. */
export const mayTellIn = (
  viewer: Viewer,
  { unit, trainers }: { unit: { path: UnitPath }; trainers: { id: string }[] },
) => mayWithPeople(viewer, 'messages.tell', { unitPath: unit.path, trainerIds: trainers.map(({ id }) => id) });

/** E-mails about sessions of her units, and of reminders those that are handed in. */
export const mailsOf = (viewer: Viewer, reminders: readonly { id: string }[]) => ({
  kind: 'email' as const,
  OR: [
    { session: { unit: withinReach(viewer, 'messages.send-again') } },
    { id: { in: reminders.map(({ id }) => id) } },
  ],
});

import { z } from 'zod';
import { spanToday } from '@/domain/access/access';
import { courseWords } from '@/domain/courses/course';
import type { Locale } from '@/domain/locale';
import type { DeliveryMode } from '@/domain/scales/delivery-mode';
import { type Commune, nameToday } from '@/domain/units/unit';
import type { Prisma } from '@/prisma/generated/client';

/**
 * The topics of messages. Words stand in `i18n/messages` under the same name and are made when a message is shown or
 * sent, in its reader's language; the facts are what those words speak of.
 */
export const messageTopics = [
  /** she has a seat */
  'enrolled',
  /** she waits: fact `position` */
  'waiting',
  /** a seat is held for her: fact `until`, made when it is read */
  'seat-offered',
  /** there is a class on what she waits for, with a seat held for her: fact `until`, made when it is read */
  'invited',
  /** there is a class on what she waits for, and she stands in line: fact `position` */
  'invited-waiting',
  /** her offer has lapsed */
  'offer-expired',
  /** fact `reason`; to those who teach it `more`: how many later sessions of its series too */
  'session-cancelled',
  /** facts `reason`, `beforeStartsAt`, `beforeEndsAt`, `beforeAllDay`, `beforePlace`, `beforeMode`; the new ones are the session's own */
  'session-moved',
  /** by e-mail to those who proposed and teach it */
  'session-approved',
  /** by e-mail to those who proposed and teach it: fact `reason` */
  'session-refused',
  /** by e-mail to a trainer: she teaches it now; fact `more` as above */
  'trainer-put-on',
  /** by e-mail to a trainer: she teaches it no more; fact `more` as above */
  'trainer-taken-off',
] as const;
export type MessageTopic = (typeof messageTopics)[number];

/** By e-mail, about no session: what somebody was reminded of. Its words stand in `i18n/messages/reminders`. */
export const REMINDED = 'reminded';
/** The same: what moved, is missing and is due in a week. Its words stand in `i18n/messages/digest`. */
export const DIGEST = 'digest';
/** The same: what changed in how she signs in. Its words stand in `i18n/messages/second-factors`. */
export const SECOND_FACTOR = 'second-factor';
/** The same, to administrators: what looks like an attack. Its words stand in `i18n/messages/condition`. */
export const ALARM = 'alarm';

/** The same, about an account. Their words stand in `i18n/messages/accounts`; the facts name a row, and never the token of a link. */
export const accountMails = ['account-invited', 'password-forgotten', 'password-changed'] as const;
export type AccountMail = (typeof accountMails)[number];

/** Topics of a seat that is held for her for a while: when she is told, its span begins. */
export const offerTopics: readonly string[] = ['seat-offered', 'invited'] satisfies MessageTopic[];

export type MessageKind = 'email' | 'sms' | 'zalo';

/** A message as a change writes it, with its cause. Instants among the facts are ISO 8601 in UTC. */
export type MessageDraft = {
  kind: MessageKind;
  about: MessageTopic | AccountMail | typeof REMINDED | typeof DIGEST | typeof SECOND_FACTOR | typeof ALARM;
  /** the same cause never writes the same message twice */
  dedupeKey: string;
  locale: Locale;
  /** phone number or e-mail address; null when nobody can be reached this way */
  recipient: string | null;
  sessionId?: string;
  enrolmentId?: string;
  accountId?: string;
  facts?: Record<string, string>;
};

/** The session a message speaks of, as it stands now, in the language of the message. */
export type ToldSession = {
  id: string;
  title: string;
  startsAt: Date;
  endsAt: Date;
  /** lasts whole days */
  allDay: boolean;
  mode: DeliveryMode;
  /** the hall; null where it meets online or where its unit always does */
  hall: string | null;
  unit: string;
  commune: { kind: string; name: string } | null;
};

/** Everything that the words of a message are made of. */
export type Worded = {
  about: MessageTopic;
  locale: Locale;
  facts: Record<string, string>;
  session: ToldSession;
  /** to those who propose and teach rather than to those who come */
  toTeam: boolean;
};

/** The columns of a session that words are made of. */
export const toldSessionSelect = () =>
  ({
    id: true,
    startsAt: true,
    endsAt: true,
    allDay: true,
    mode: true,
    course: { select: { code: true, courseTexts: { select: { locale: true, title: true }, take: 2 } } },
    venue: { select: { name: true } },
    unit: { select: { slug: true, unitNames: nameToday(), unitSpans: spanToday() } },
  }) as const;

type SessionRow = Prisma.SessionGetPayload<{ select: ReturnType<typeof toldSessionSelect> }>;

export function toToldSession(
  row: SessionRow,
  locale: Locale,
  communes: Map<string, Pick<Commune, 'kind' | 'name'>>,
): ToldSession {
  const { id, startsAt, endsAt, allDay, mode, course, venue, unit } = row;
  return {
    id,
    startsAt,
    endsAt,
    allDay,
    mode,
    title: courseWords(course.courseTexts, locale)?.title ?? course.code,
    hall: venue?.name ?? null,
    unit: unit.unitNames[0]?.name ?? unit.slug,
    commune: communes.get(unit.unitSpans[0]?.communeId ?? '') ?? null,
  };
}

const factsInput = z.record(z.string(), z.string());

/** The facts of a message as it was kept; what is no text is left out. */
export const readFacts = (facts: unknown): Record<string, string> => factsInput.catch({}).parse(facts);

export const readLocale = (locale: string): Locale => (locale === 'en' ? 'en' : 'vi');

export const isTopic = (about: string): about is MessageTopic => messageTopics.some((topic) => topic === about);

export const isAccountMail = (about: string): about is AccountMail => accountMails.some((each) => each === about);

import type { Viewer } from '@/domain/access/viewer';

/**
 * What a message can be about. Its words stand in `i18n/messages` under the same name and are made when it is shown or
 * sent, in the language of whoever reads it; the facts are what those words speak of.
 */
export const messageTopics = [
  /** she has a seat */
  'enrolled',
  /** she waits: fact `position` */
  'waiting',
  /** a seat is held for her until `until` */
  'seat-offered',
  /** her offer has lapsed */
  'offer-expired',
  /** fact `reason` */
  'session-cancelled',
  /** facts `reason`, `beforeStartsAt`, `beforeEndsAt`, `beforePlace`, `beforeMode`; the new ones are the session's own */
  'session-moved',
  /** by e-mail to those who proposed and teach it */
  'session-approved',
  /** by e-mail to those who proposed and teach it: fact `reason` */
  'session-refused',
] as const;
export type MessageTopic = (typeof messageTopics)[number];

export type MessageKind = 'email' | 'sms' | 'zalo';

/** A message as a change writes it, with its cause. Instants among the facts are ISO 8601 in UTC. */
export type MessageDraft = {
  kind: MessageKind;
  about: MessageTopic;
  /** the same cause never writes the same message twice */
  dedupeKey: string;
  locale: Viewer['locale'];
  /** phone number or e-mail address; null when nobody can be reached this way */
  recipient: string | null;
  sessionId?: string;
  enrolmentId?: string;
  accountId?: string;
  facts?: Record<string, string>;
};

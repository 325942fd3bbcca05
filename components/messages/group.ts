import type { PhoneMessage } from '@/domain/messages/outbox';
import { givenName } from '@/domain/order';
import { phoneText, textTo, textToAll } from '@/i18n/message-words';

/** Women who are told the same in the same words. */
export type TextGroup = Pick<PhoneMessage, 'about' | 'session' | 'title' | 'locale'> & {
  /** stays the same while women are marked as told, and while the time by which to answer moves on */
  key: string;
  /** for all of them, where they are told in one group */
  text: string;
  /** until when the first of them is held a seat that she has not heard of */
  deadline: Date | null;
  messages: OwnMessage[];
};

/** A message to one woman, with the name that greets her. */
export type OwnMessage = PhoneMessage & { called: string; text: string };

/** Messages under the words they have in common, in the order in which each of these comes first. */
export function byText(messages: PhoneMessage[]): TextGroup[] {
  const groups = new Map<string, TextGroup>();
  for (const message of messages) {
    const { about, session, title, locale, deadline } = message;
    const key = deadline
      ? `${session.id} ${about} ${locale} ${deadline.toISOString()}`
      : `${session.id} ${about} ${phoneText(message)}`;
    const text = textToAll(message);
    const group = groups.get(key) ?? { key, about, session, title, locale, deadline, text, messages: [] };
    group.messages.push({ ...message, called: givenName(message.name), text: textTo(message.name, message) });
    groups.set(key, group);
  }
  return [...groups.values()];
}

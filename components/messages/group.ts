import type { PhoneMessage } from '@/domain/messages/outbox';
import { phoneText } from '@/i18n/message-words';

/** Women who are told the same in the same words. */
export type TextGroup = Pick<PhoneMessage, 'about' | 'session' | 'title' | 'locale'> & {
  /** stays the same while women are marked as told, and while the time by which to answer moves on */
  key: string;
  text: string;
  /** until when the first of them is held a seat that she has not heard of */
  deadline: Date | null;
  messages: PhoneMessage[];
};

/** Messages under the words they have in common, in the order in which each of these comes first. */
export function byText(messages: PhoneMessage[]): TextGroup[] {
  const groups = new Map<string, TextGroup>();
  for (const message of messages) {
    const { about, session, title, locale, deadline } = message;
    const text = phoneText(message);
    const key = deadline
      ? `${session.id} ${about} ${locale} ${deadline.toISOString()}`
      : `${session.id} ${about} ${text}`;
    const group = groups.get(key) ?? { key, about, session, title, locale, deadline, text, messages: [] };
    group.messages.push(message);
    groups.set(key, group);
  }
  return [...groups.values()];
}

import type { PhoneMessage } from '@/domain/messages/outbox';
import { phoneText } from '@/i18n/message-words';

/** Women who are told the same in the same words. */
export type TextGroup = Pick<PhoneMessage, 'about' | 'session' | 'title' | 'locale'> & {
  /** stays the same while women are marked as told */
  key: string;
  text: string;
  messages: PhoneMessage[];
};

/** Messages under the words they have in common, in the order in which each of these comes first. */
export function byText(messages: PhoneMessage[]): TextGroup[] {
  const groups = new Map<string, TextGroup>();
  for (const message of messages) {
    const { about, session, title, locale } = message;
    const text = phoneText(message);
    const key = `${session.id} ${about} ${text}`;
    const group = groups.get(key) ?? { key, about, session, title, locale, text, messages: [] };
    group.messages.push(message);
    groups.set(key, group);
  }
  return [...groups.values()];
}

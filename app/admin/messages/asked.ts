import { oneOf } from '@/app/address';
import { isId } from '@/domain/id';

export const messagesPath = '/admin/messages';

/** Women who still wait to be told, women who were told, and e-mails. */
export const messageLists = ['waiting', 'told', 'mail'] as const;
export type MessageList = (typeof messageLists)[number];

export type AskedMessages = {
  list: MessageList;
  communeId?: string | undefined;
  after?: string | undefined;
  said?: string | undefined;
};

export function askedOf(query: Record<string, string | string[] | undefined>): AskedMessages {
  return {
    list: messageLists.find((each) => each === oneOf(query.list)) ?? 'waiting',
    communeId: [oneOf(query.commune)].find((id) => id && isId(id)),
    after: [oneOf(query.after)].find((id) => id && isId(id)),
    said: oneOf(query.said),
  };
}

/** The address of a list: of one session, of one commune, or of all in reach. */
export function addressOf(sessionId: string | undefined, { list, communeId, after, said }: AskedMessages): string {
  const path = sessionId ? `/admin/trainings/${sessionId}/messages` : messagesPath;
  const entries = Object.entries({ list: list === 'waiting' ? undefined : list, commune: communeId, after, said });
  const query = new URLSearchParams(entries.filter((entry): entry is [string, string] => Boolean(entry[1])));
  return query.size ? `${path}?${query}` : path;
}

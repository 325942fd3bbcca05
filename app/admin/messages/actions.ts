'use server';

import { z } from 'zod';
import { formAction } from '@/app/forms/form-action';
import { absolute } from '@/app/metadata';
import * as commands from '@/domain/messages/commands';
import { messageInput, messagesInput } from '@/domain/messages/outbox';
import { hrefTo } from '@/i18n/routes';
import { addressOf, type MessageList } from './asked';

/** The page where she goes on: of the session, of one commune or of all. */
const from = z.union([z.literal('session'), z.literal('all'), z.guid()]);

const backTo = (sessionId: string | null, place: z.output<typeof from>, list: MessageList, said: string) => ({
  to: addressOf(place === 'session' ? (sessionId ?? undefined) : undefined, {
    list,
    said,
    communeId: place === 'all' || place === 'session' ? undefined : place,
  }),
});

export const seeNumbers = formAction(messagesInput, commands.seeNumbers, (reached) => ({
  said: Object.fromEntries(
    reached.flatMap(({ messageId, phone, ticket }) => [
      [`phone ${messageId}`, phone],
      ...(ticket
        ? [[`ticket ${messageId}`, absolute(hrefTo(ticket.locale, 'ticket', { slug: ticket.secret }))] as const]
        : []),
    ]),
  ),
}));

export const markTold = formAction(messagesInput.extend({ from }), commands.markTold, ({ sessionId }, input) =>
  backTo(sessionId, input.from, 'waiting', 'told'),
);

export const takeBackTold = formAction(messageInput.extend({ from }), commands.takeBackTold, ({ sessionId }, input) =>
  backTo(sessionId, input.from, 'told', 'taken-back'),
);

export const sendAgain = formAction(messageInput.extend({ from }), commands.sendAgain, ({ sessionId }, input) =>
  backTo(sessionId, input.from, 'mail', 'sent-again'),
);

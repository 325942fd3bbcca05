import { z } from 'zod';
import type { Role } from '@/domain/access/permissions';
import { idInput } from '@/domain/id';
import type { Locale } from '@/domain/locale';

/** An invitation can be taken up this long. */
export const INVITATION_HOURS = 72;
/** One that nobody took up is listed for so many days after, to be sent again. */
export const LAPSED_DAYS = 14;

export const invitationInput = z.object({ invitationId: idInput });
export type InvitationInput = z.output<typeof invitationInput>;

/** What its letter is about (`domain/messages/message.ts`). */
export const invitationMail = (id: string, round: number) => `account-invited ${id} ${round}`;

/** An invitation that was made or sent again: what the ready words say, with the token of its link, which is kept nowhere. */
export type MadeInvitation = {
  id: string;
  token: string;
  role: Role;
  unitName: string;
  locale: Locale;
  expiresAt: Date;
  /** whether a letter goes to her; of a telephone number there is none */
  isMailed: boolean;
};

/** An invitation that nobody has taken up, as it is listed. */
export type OpenInvitation = {
  id: string;
  /** an e-mail address, or a masked telephone number */
  contact: string;
  role: Role;
  unitName: string;
  expiresAt: Date;
  isOver: boolean;
  invitedBy: string;
  /** what became of its letter; null where it goes by ready words */
  mail: 'waiting' | 'sent' | 'failed' | null;
  /** whether the viewer could make it herself */
  mayChange: boolean;
};

import { z } from 'zod';
import { idInput } from '@/domain/id';
import type { Locale } from '@/domain/locale';
import { cleanLine } from '@/domain/texts/clean-text';
import { PASSWORD_MAX, passwordInput } from '../password-input';

/** A link for a new password opens this long. */
export const RESET_MINUTES = 20;
/** Letters that an account is sent within an hour: nobody's mailbox is filled by a stranger. */
export const RESETS_AN_HOUR = 3;

export const askInput = z.object({
  identifier: z.string().max(200).transform(cleanLine),
  language: z.enum(['vi', 'en']),
});
export const resetInput = z.object({
  token: z.string().regex(/^[0-9a-f]{64}$/),
  password: passwordInput,
  language: z.enum(['vi', 'en']),
});
export const resetLinkInput = z.object({ accountId: idInput });
export const ownPasswordInput = z.object({
  oldPassword: z
    .string()
    .min(1)
    .max(PASSWORD_MAX * 4),
  password: passwordInput,
});

export type ResetInput = Pick<z.output<typeof resetInput>, 'token' | 'password'>;
export type ResetLinkInput = z.output<typeof resetLinkInput>;
export type OwnPasswordInput = z.output<typeof ownPasswordInput>;

/** A link that an official made for somebody without an e-mail address; its token is kept nowhere. */
export type MadeReset = { token: string; expiresAt: Date; locale: Locale };

import { z } from 'zod';
import { idInput } from '@/domain/id';
import { line } from '@/domain/texts/text';
import { PASSWORD_MAX } from '../password-input';

/** Her password once more, where she signed in a while ago. */
export const proofInput = z.object({
  password: z
    .string()
    .max(PASSWORD_MAX * 4)
    .optional(),
});

/** Six digits, with the space in the middle that some apps show. */
export const totpInput = z.object({
  code: z
    .string()
    .max(20)
    .transform((text) => text.replace(/\s/g, ''))
    .pipe(z.string().regex(/^\d{6}$/, 'not-a-code')),
});
export const factorInput = proofInput.extend({ factorId: idInput });
export const deviceInput = z.object({ deviceId: idInput });

export const askResetInput = z.object({ accountId: idInput, reason: line(3, 200) });

export type TotpInput = z.output<typeof totpInput>;
export type FactorInput = z.output<typeof factorInput>;
export type DeviceInput = z.output<typeof deviceInput>;
export type AskResetInput = z.output<typeof askResetInput>;

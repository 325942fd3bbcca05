import { z } from 'zod';
import { isCommonPassword } from './common-password';

export const PASSWORD_MIN = 12;
export const PASSWORD_MAX = 128;

/** The same letters, however a keyboard puts them together: what is hashed. */
export const composed = (password: string) => password.normalize('NFKC');

/** A password that somebody chooses. */
export const passwordInput = z
  .string()
  .transform(composed)
  .pipe(z.string().min(PASSWORD_MIN, 'too-short').max(PASSWORD_MAX, 'password-too-long'))
  .refine((password) => !isCommonPassword(password), 'too-common');

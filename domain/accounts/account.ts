import { z } from 'zod';
import { cleanLine } from '@/domain/text';

/** A mobile number as it is kept: +84 and nine digits. Undefined when it is none. Blanks, dots, "0", "84" and "+84" in front are all read. */
export function normalPhone(text: string): string | undefined {
  const digits = text.replace(/[\s.()-]/g, '').replace(/^(\+?84|0)/, '');
  return /^[35789]\d{8}$/.test(digits) ? `+84${digits}` : undefined;
}

export const normalEmail = (text: string): string | undefined => {
  const email = cleanLine(text).toLowerCase();
  return z.email().safeParse(email).success ? email : undefined;
};

/** How she names herself when signing in: an e-mail address or a phone number. */
export type Identifier = { email: string } | { phone: string };

export function identifierOf(text: string): Identifier | undefined {
  const phone = normalPhone(text);
  if (phone) return { phone };
  const email = normalEmail(text);
  return email ? { email } : undefined;
}

export const PASSWORD_MIN = 10;
export const PASSWORD_MAX = 200;

/** A session lasts this long without being used, and never longer than the second figure (a work month). */
export const SESSION_IDLE_HOURS = 12;
export const SESSION_MAX_DAYS = 30;

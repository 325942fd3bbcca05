import { z } from 'zod';
import { normalPhone } from './phone';

/** A phone number from a form, as it is kept: +84 and nine digits. */
export const phoneInput = z.string().transform((text, context): string => {
  const phone = normalPhone(text);
  if (!phone) context.addIssue({ code: 'custom', message: 'not-a-phone' });
  return phone ?? z.NEVER;
});

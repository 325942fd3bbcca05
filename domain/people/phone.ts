import { z } from 'zod';
import { normalPhone } from '@/domain/accounts/account';

/** A phone number from a form, as it is kept: +84 and nine digits. */
export const phoneInput = z.string().transform((text, context) => {
  const phone = normalPhone(text);
  if (!phone) context.addIssue({ code: 'custom', message: 'not-a-phone' });
  return phone ?? z.NEVER;
});

/** +84912345678 as it is read out here: "0912 345 678". */
export const shownPhone = (phone: string): string => phone.replace(/^\+84(\d{3})(\d{3})(\d{3})$/, '0$1 $2 $3');

/** "09•• ••• 678": enough to tell two numbers apart, too little to call. */
export const maskedPhone = (phone: string): string => shownPhone(phone).replace(/^(0\d)\d\d \d{3} /, '$1•• ••• ');

import { z } from 'zod';
import { idInput } from '@/domain/id';
import { normalLandline, normalPhone } from '@/domain/people/phones/phone';
import { line, optional } from '@/domain/texts/text';

/** The number of an office, mobile or of a house, as it is kept. */
const officePhoneInput = z.string().transform((text, context): string => {
  const phone = normalPhone(text) ?? normalLandline(text);
  if (!phone) context.addIssue({ code: 'custom', message: 'not-an-office-phone' });
  return phone ?? z.NEVER;
});

/** What an official says of where women of her commune ask; what is left empty is not told. `version`: 0 where nothing stands yet. */
export const receptionInput = z.object({
  unitId: idInput,
  version: z.coerce.number().int().min(0),
  phone: optional(officePhoneInput),
  place: optional(line(3, 120)),
  hours: optional(line(3, 80)),
});
export type ReceptionInput = z.output<typeof receptionInput>;

/** Where women of a commune ask and are received. `phone` as it is read out, e.g. "0251 3822 222". */
export type Reception = { phone: string | null; place: string | null; hours: string | null; demo: boolean };

/** The same as its form shows it. */
export type ReceptionRecord = Reception & { version: number };

export type ReceptionProblem = 'not-found' | 'not-allowed' | 'level-differs' | 'closed-already' | 'changed-meanwhile';

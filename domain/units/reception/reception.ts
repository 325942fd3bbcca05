import { z } from 'zod';
import { idInput } from '@/domain/id';
import { line, optional } from '@/domain/texts/text';
import { normalOfficeNumber } from './office-number';

/** The number of an office, mobile or of a house, as it is kept. */
const officeNumberInput = z.string().transform((text, context): string => {
  const number = normalOfficeNumber(text);
  if (!number) context.addIssue({ code: 'custom', message: 'not-an-office-number' });
  return number ?? z.NEVER;
});

/** What an official says of where women of her commune ask; what is left empty is not told. `version`: 0 where nothing stands yet. */
export const receptionInput = z.object({
  unitId: idInput,
  version: z.coerce.number().int().min(0),
  number: optional(officeNumberInput),
  place: optional(line(3, 120)),
  hours: optional(line(3, 80)),
});
export type ReceptionInput = z.output<typeof receptionInput>;

/** Where women of a commune ask and are received. `number` as it is read out, e.g. "0251 3822 222". */
export type Reception = { number: string | null; place: string | null; hours: string | null; demo: boolean };

/** The same as its form shows it. */
export type ReceptionRecord = Reception & { version: number };

export type ReceptionProblem = 'not-found' | 'not-allowed' | 'level-differs' | 'closed-already' | 'changed-meanwhile';

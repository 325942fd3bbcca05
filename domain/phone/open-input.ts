import { z } from 'zod';
import { idInput } from '@/domain/id';
import { line, optional } from '@/domain/texts/text';

/** Phones of one account that are asked about at once. */
const PHONES_MAX = 20;

/** Which phones this browser has been; the portal finds hers among them, or makes one. */
export const openPhoneInput = z.strictObject({
  known: z.array(idInput).max(PHONES_MAX),
  label: optional(line(1, 80)),
});
export type OpenPhoneInput = z.output<typeof openPhoneInput>;

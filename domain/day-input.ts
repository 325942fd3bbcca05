import { z } from 'zod';
import { type Day, isDay } from './day';

export const dayInput = z
  .string()
  .min(1, { error: 'day-needed', abort: true })
  .refine(isDay, 'not-a-day')
  .transform((value) => value as Day);

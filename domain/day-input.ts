import { z } from 'zod';
import { type Day, isDay } from './day';

export const dayInput = z
  .string()
  .refine(isDay, 'not-a-day')
  .transform((value) => value as Day);

import { z } from 'zod';

/** A checkbox sends "on" or nothing. */
export const tick = z
  .literal('on')
  .optional()
  .transform((value) => value === 'on');

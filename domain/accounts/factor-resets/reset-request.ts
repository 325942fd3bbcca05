import { z } from 'zod';

/** Two officials reset what somebody has lost: the second one agrees within this time. */
export const RESET_HOURS = 72;

/** The name of the request among those that wait for a second pair of eyes. */
export const RESET = 'resetFactors';

/** What exactly was asked: whose factors, and which. Another one meanwhile is another request. */
export const resetPayload = z.object({
  accountId: z.uuid(),
  factorIds: z.array(z.uuid()),
  reason: z.string(),
});

export const sameFactors = (one: readonly string[], other: readonly string[]): boolean =>
  JSON.stringify([...one].sort()) === JSON.stringify([...other].sort());

import type { AccountRow } from '@/domain/accounts/queries';

const DEEDS = ['granted', 'revoked', 'disabled', 'reopened', 'detached', 'ended', 'endedEverywhere'] as const;

/** The deed that the page tells of: closed, or opened again, of an account that is so alone, for another may have been at it since. */
export const deedTold = (
  said: unknown,
  { disabled }: Pick<AccountRow, 'disabled'>,
): (typeof DEEDS)[number] | undefined =>
  DEEDS.find((deed) => deed === said && deed !== (disabled ? 'reopened' : 'disabled'));

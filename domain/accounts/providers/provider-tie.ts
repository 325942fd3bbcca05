import { z } from 'zod';
import type { Day } from '@/domain/days/day';
import { idInput } from '@/domain/id';
import { proofInput } from '../second-factors/factor-input';

export const ownTieInput = z.object({ tieId: idInput });
export const reopenInput = proofInput.extend({ tieId: idInput });
export const accountTieInput = z.object({ accountId: idInput, tieId: idInput });

export type OwnTieInput = z.output<typeof ownTieInput>;
export type ReopenInput = z.output<typeof reopenInput>;
export type AccountTieInput = z.output<typeof accountTieInput>;

/**
 * The newest tie of an account to the provider: `ended` on a day, it opens nothing, and her address ties her anew only once it is `reopened`.
 */
export type ProviderTie = { id: string; since: Day; ended: Day | null; reopened: boolean };

/**
 * Why a provider's word opens nothing: no address that it has verified · no answer when asked for one · nobody's address · an account that is closed,
 * is tied to another name there, or whose tie was ended.
 */
export type VouchProblem =
  | 'address-unverified'
  | 'provider-away'
  | 'nobody-known'
  | 'account-closed'
  | 'tied-otherwise'
  | 'tie-ended';

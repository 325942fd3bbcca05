import 'server-only';
import { RESETS_AN_HOUR } from '@/domain/accounts/resets/reset';
import { count, counter, secondsUntil } from '../counters';

/** Names asked for from one network in a quarter of an hour: a whole office may stand behind one address. */
const byNetwork = counter('password-reset:network', 30, 15);
/** Asks for one name within an hour, whether or not anybody has it: as many as there are letters. */
const byName = counter('password-reset:name', RESETS_AN_HOUR, 60);
/** Tries of the old password by one account in a quarter of an hour, before any is hashed. */
const byAccount = counter('password:own', 10, 15);

/** Times that one account has ten new codes made within an hour, before any is hashed. */
const codesByAccount = counter('recovery-codes', 5, 60);

export type ResetWait = { problem: 'too-many-resets' | 'asked-often'; seconds: number };

/** Why an ask for a new password has to wait; null when it is taken. `name` is what she typed, as it is kept. */
export async function whyResetWaits(network: string, name: string | undefined): Promise<ResetWait | null> {
  const [here, named] = await count(
    { of: byNetwork, key: network },
    ...(name === undefined ? [] : [{ of: byName, key: name }]),
  );
  if (here && here.seconds > 0) return { problem: 'too-many-resets', seconds: here.seconds };
  return named && named.seconds > 0 ? { problem: 'asked-often', seconds: named.seconds } : null;
}

/** Whether she may try her old password once more just now. */
export async function mayTryOwnPassword(accountId: string): Promise<boolean> {
  const [counted] = await count({ of: byAccount, key: accountId });
  return counted?.seconds === 0;
}

/** Whether ten new codes may be made for her just now. */
export const mayMakeCodes = async (accountId: string): Promise<boolean> =>
  (await secondsUntil(codesByAccount, accountId)) === 0;

import 'server-only';
import { isDemoAddress } from '@/domain/accounts/sessions/demo-account';
import { env } from '@/domain/ground/env';
import { type Counter, counter, forget, secondsUntil, takeOff, timesOf, timesWith } from '../counters';

/**
 * Misses at sign-in, counted in PostgreSQL for all processes: after `free` of them each try waits twice as long,
 * `longest` seconds at most. So nobody is locked out, and nobody tries many passwords (decision 0029).
 */
type Steps = { misses: Counter; turns: Counter; free: number; longest: number };

const DAY_MINUTES = 24 * 60;
/** Misses are counted on and on: how long one waits grows with them. */
const UNBOUNDED = 2 ** 31 - 1;
const steps = (name: string, free: number, longest: number): Steps => ({
  misses: counter(`sign-in:${name}`, UNBOUNDED, DAY_MINUTES),
  turns: counter(`sign-in:${name}:turn`, 1, 1),
  free,
  longest,
});

/**
 * A device on which this account signed in before, by itself: strangers who miss keep nobody from her own telephone.
 */
const byDevice = steps('device', 10, 15 * 60);
const byAccountAndNetwork = steps('account+network', 5, 15 * 60);
/** Misses from everywhere; the wait stays so short that she can take her turn on a new device. */
const byAccount = steps('account', 30, 60);
/** A hundred tries in fifteen minutes, since fifty neighbours share a router. */
const byNetwork = counter('sign-in:network', 100, 15);

/**
 * Codes at the second step, of one account: from one network, and from everywhere. Whoever asks knows the password, so the waits grow long
 * for both; a code has six digits.
 */
const stepByNetwork = steps('step+network', 5, 15 * 60);
const stepByAccount = steps('step', 10, 15 * 60);
/** Those of an account's misses that came from one network: a try that waited there or for everybody is none of them. */
const stepFrom = counter('sign-in:step:from', UNBOUNDED, DAY_MINUTES);

export type StepTry = { account: string; network: string };

const stepsOfStep = ({ account, network }: StepTry): [Steps, string][] => [
  [stepByNetwork, `${account}@${network}`],
  [stepByAccount, account],
];

/** Counts a code before it is looked at; the seconds until she may try, or 0. */
export async function secondsUntilStep(attempt: StepTry): Promise<number> {
  const seconds = await secondsUntilAll(stepsOfStep(attempt));
  if (seconds === 0) await timesWith(stepFrom, `${attempt.account}@${attempt.network}`);
  return seconds;
}

/**
 * The right code: what was missed from there is forgotten, and what strangers missed from elsewhere is not. Her own signing in gives nobody
 * who knows her password another ten.
 */
export async function stepSucceeded({ account, network }: StepTry): Promise<void> {
  const here = `${account}@${network}`;
  await takeOff(stepByAccount.misses, account, await timesOf(stepFrom, here));
  await forget([stepByNetwork.misses, stepByNetwork.turns, stepFrom], here);
}

export type SignInTry = {
  account: string;
  network: string;
  /** the device, where this account signed in on it before */
  device: string | null;
};

const stepsOf = ({ account, network, device }: SignInTry): [Steps, string][] =>
  device
    ? [[byDevice, device]]
    : [[byAccountAndNetwork, `${account}@${network}`], ...(isShared(account) ? [] : [everywhere(account)])];

/** Strangers share the accounts of a demonstration: there each network counts for itself. */
const isShared = (account: string) => env.DEMO === 'on' && isDemoAddress(account);
const everywhere = (account: string): [Steps, string] => [byAccount, account];

/**
 * Counts a try before the password is looked at, so that a hundred at once are a hundred. Returns the seconds until
 * she may try, or 0. While the database is away it throws: nobody gets in.
 */
export async function secondsUntilSignIn(signIn: SignInTry): Promise<number> {
  if (!signIn.device) {
    const seconds = await secondsUntil(byNetwork, signIn.network);
    if (seconds > 0) return seconds;
  }
  return secondsUntilAll(stepsOf(signIn));
}

/** Counts in each, and stops at the first that has to wait. */
async function secondsUntilAll(each: [Steps, string][]): Promise<number> {
  for (const [of, key] of each) {
    const seconds = await secondsUntilTurn(of, key);
    if (seconds > 0) return seconds;
  }
  return 0;
}

/** The right password: her own misses are forgotten, and this try does not count against her neighbours. */
export async function signInSucceeded(signIn: SignInTry): Promise<void> {
  const [[own, key] = []] = stepsOf(signIn);
  if (own && key) await forget([own.misses, own.turns], key);
  if (signIn.device) return;
  await Promise.allSettled([takeOff(byNetwork, signIn.network), takeOff(byAccount.misses, signIn.account)]);
}

async function secondsUntilTurn({ misses, turns, free, longest }: Steps, key: string): Promise<number> {
  const before = await timesOf(misses, key);
  const counted = before < free ? await timesWith(misses, key) : before;
  if (before < free && counted <= free) return 0;
  const wait = Math.min(longest, 2 ** Math.min(20, counted - free + 1));
  const seconds = await secondsUntil(turns, key, wait);
  if (seconds === 0 && before >= free) await timesWith(misses, key);
  return seconds;
}

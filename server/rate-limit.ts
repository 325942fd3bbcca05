import 'server-only';
import { count, counter, secondsUntil, takeOff } from './counters';

/**
 * Forms without an account in an hour, where they are filled in as they must be; the front counts nuisances
 * (refusals/junk.ts). A whole market town can stand behind one address of a mobile provider.
 */
const formsByNetwork = counter('form:network', 300, 60);
/** Forms kept for numbers hardly named yet: whoever sends many of one kind leaves her neighbours a way in. */
const formsOfNewNumbers = counter('form:network+new', 100, 60);
/**
 * A number is named as one's own, or as that of whoever comes along. What one network is refused counts for no other:
 * a stranger who keeps naming her number does not keep her from signing up.
 */
const phoneByNetwork = counter('form:phone+network', 8, 60);
const phoneByAnybody = counter('form:phone', 24, 60);
/** Times that a number counts as new: as often as somebody corrects herself. */
const STILL_NEW = 3;

/** What devices without an account say in an hour: each time a page that lists what they follow is opened, they ask. */
const devicesByNetwork = counter('devices:network', 900, 60);

/** Seconds for which a network has said enough; 0 when it may go on. */
export const whyDeviceWaits = (network: string): Promise<number> => secondsUntil(devicesByNetwork, network);

export type FormWait = { problem: 'too-many-from-here' | 'too-many-for-phone'; seconds: number };

/** Why a form has to wait, and how long; null when it is taken. What its numbers are refused is not counted for the network. */
export async function whyFormWaits(phones: readonly string[], network: string): Promise<FormWait | null> {
  // in one order, so that two who name each other's number never wait for one another
  const numbers = [...new Set(phones)].sort().map((phone) => ({
    here: { of: phoneByNetwork, key: `${phone}@${network}` },
    anywhere: { of: phoneByAnybody, key: phone },
  }));
  const form = { of: formsByNetwork, key: network };
  const [first = form, ...others] = [...numbers.flatMap(({ here, anywhere }) => [here, anywhere]), form];
  const counted = await count(first, ...others);
  const seconds = counted.at(-1)?.seconds ?? 0;
  if (seconds === 0) return null;
  if (counted.length <= others.length) return { problem: 'too-many-for-phone', seconds };
  const allNew = numbers.length > 0 && numbers.every((_, at) => (counted[2 * at]?.times ?? 0) <= STILL_NEW);
  if (allNew && (await secondsUntil(formsOfNewNumbers, network)) === 0) return null;
  return { problem: 'too-many-from-here', seconds };
}

/**
 * Things looked up by a secret or a code that can be made up; of those that do not exist, thirty in a quarter of an
 * hour from one network.
 */
const GUESSED_MINUTES = 15;
export const GUESSED_SECONDS = GUESSED_MINUTES * 60;
const unknown = {
  certificate: counter('certificates:unknown', 30, GUESSED_MINUTES),
  report: counter('reports:unknown', 30, GUESSED_MINUTES),
  ticket: counter('tickets:unknown', 30, GUESSED_MINUTES),
  invitation: counter('invitations:unknown', 30, GUESSED_MINUTES),
  passwordReset: counter('password-resets:unknown', 30, GUESSED_MINUTES),
  preview: counter('previews:unknown', 30, GUESSED_MINUTES),
};
type Guessed = keyof typeof unknown;

/**
 * Counts a look before anything is looked up, so that a hundred at once are a hundred. False: this network must wait. One
 * that exists is taken off again (`wasKnown`): fifty women at one desk are no guessing.
 */
export const mayAsk = async (what: Guessed, network: string): Promise<boolean> =>
  (await secondsUntil(unknown[what], network)) === 0;

export const wasKnown = (what: Guessed, network: string): Promise<void> => takeOff(unknown[what], network);

/** Why a passkey was not made or did not open, and so whose move it is. */
export const passkeyTroubles = [
  'closed',
  'known-already',
  'not-able',
  'wrong-address',
  'refused',
  'over',
  'wait',
  'password',
  'unreachable',
] as const;
export type PasskeyTrouble = (typeof passkeyTroubles)[number];

/** What the portal answered instead of doing it. */
export class Refused extends Error {
  constructor(readonly problem: string) {
    super(problem);
  }
}

/** By the names that browsers give their refusals (Web Authentication, 5.1.3 and 5.1.4). */
const ofBrowser: Record<string, PasskeyTrouble> = {
  // closed, not answered in time, or no key of hers on this device: browsers do not tell which
  NotAllowedError: 'closed',
  AbortError: 'closed',
  InvalidStateError: 'known-already',
  NotSupportedError: 'not-able',
  ConstraintError: 'not-able',
  SecurityError: 'wrong-address',
  // fetch, when there is no network
  TypeError: 'unreachable',
};

const ofPortal: Record<string, PasskeyTrouble> = {
  'step-over': 'over',
  'set-up-over': 'over',
  'signed-out': 'over',
  throttled: 'wait',
  'tried-often': 'wait',
  'password-needed': 'password',
  'wrong-password': 'password',
};

export function passkeyTrouble(error: unknown): PasskeyTrouble {
  if (error instanceof Refused) return (Object.hasOwn(ofPortal, error.problem) && ofPortal[error.problem]) || 'refused';
  const name = error instanceof Error ? error.name : '';
  return (Object.hasOwn(ofBrowser, name) && ofBrowser[name]) || 'refused';
}

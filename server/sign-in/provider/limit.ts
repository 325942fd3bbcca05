import 'server-only';
import { counter, secondsUntil, takeOff } from '../../counters';

/** Times that one network is sent to the provider, or comes back from it, in a quarter of an hour: fifty neighbours share a router. */
const byNetwork = counter('sign-in:provider', 200, 15);

/** Counts before anybody is asked outside; the seconds until she may try, or 0. */
export const secondsUntilProvider = (network: string): Promise<number> => secondsUntil(byNetwork, network);

/** She got in: both of her ways do not count against her neighbours. */
export const providerSucceeded = (network: string): Promise<void> => takeOff(byNetwork, network, 2);

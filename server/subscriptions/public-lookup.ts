import { lookup } from 'node:dns';
import type { LookupFunction } from 'node:net';
import { isPublicAddress } from '@/server/outgoing/public-address';

export class NotPublic extends Error {
  readonly code = 'ENOTPUBLIC';
}

/**
 * Finds the addresses of a name for the connection that is about to be made, and none of ours: what was looked at is what is connected
 * to, whatever the name leads to a moment later.
 */
export const publicLookup: LookupFunction = (hostname, options, answer) => {
  lookup(hostname, { ...options, all: true }, (error, addresses) => {
    if (error) return answer(error, '', 0);
    const [first] = addresses;
    if (!first || !addresses.every(({ address }) => isPublicAddress(address)))
      return answer(new NotPublic('a push service at no public address'), '', 0);
    if (options.all) return answer(null, addresses);
    return answer(null, first.address, first.family);
  });
};

import { lookup } from 'node:dns';
import { BlockList, type LookupFunction } from 'node:net';

/** Networks that are no push service: this machine, the networks around it, what names of a cloud lead to, and what is nobody's. */
const ours = new BlockList();
for (const [network, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
] as const)
  ours.addSubnet(network, bits, 'ipv4');
/** Of IPv6 only what is given out to the world (2000::/3) is public, without the documentation's and what carries an IPv4 address in it. */
const world = new BlockList();
world.addSubnet('2000::', 3, 'ipv6');
const within = new BlockList();
for (const [network, bits] of [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
] as const)
  within.addSubnet(network, bits, 'ipv6');

/** Whether an address is one of the public internet. */
export const isPublic = (address: string, family: number): boolean =>
  family === 4 ? !ours.check(address, 'ipv4') : world.check(address, 'ipv6') && !within.check(address, 'ipv6');

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
    if (!first || !addresses.every(({ address, family }) => isPublic(address, family)))
      return answer(new NotPublic('a push service at no public address'), '', 0);
    if (options.all) return answer(null, addresses);
    return answer(null, first.address, first.family);
  });
};

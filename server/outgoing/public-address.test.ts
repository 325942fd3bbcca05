import { expect, test } from 'vitest';
import { isPublicAddress } from './public-address';

test('addresses that are given out to the public are public', () => {
  for (const address of [
    '113.160.1.1',
    '8.8.8.8',
    '172.32.0.1',
    '100.128.0.1',
    '2400:cb00::1',
    '2606:4700::6810:1',
    '142.250.66.106',
    '2404:6800:4005::200a',
  ])
    expect(isPublicAddress(address), address).toBe(true);
});

test('private, own, link-local and shared addresses are none, however they are dressed', () => {
  const closed = [
    '127.0.0.1',
    '0.0.0.0',
    '10.1.2.3',
    '172.16.0.1',
    '172.31.255.255',
    '192.168.1.1',
    '169.254.169.254',
    '100.64.0.1',
    '224.0.0.1',
    '255.255.255.255',
  ];
  const closed6 = [
    '::1',
    '::',
    'fe80::1',
    'fc00::1',
    'fd12::1',
    'ff02::1',
    '::ffff:127.0.0.1',
    '::ffff:10.0.0.1',
    '::ffff:8.8.8.8',
    '64:ff9b::a00:1',
    '64:ff9b::7f00:1',
    '2002:a00:1::',
    '2002:7f00:1::',
    '2001::1',
    '2001:db8::1',
  ];
  for (const address of [...closed, ...closed6, 'localhost', '', '10.0.0', '0x7f000001'])
    expect(isPublicAddress(address), address).toBe(false);
});

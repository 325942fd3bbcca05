import https from 'node:https';
import type { LookupFunction } from 'node:net';
import { expect, test } from 'vitest';
import { isPublic, NotPublic, publicLookup } from './public-lookup';
import { Resting } from './resting';

test('an address of this machine, of the network around it, of a cloud’s insides or of nobody is not public', () => {
  for (const address of [
    '127.0.0.1',
    '10.1.2.3',
    '172.16.0.1',
    '172.31.255.255',
    '192.168.1.1',
    '169.254.169.254',
    '100.64.0.1',
    '0.0.0.0',
    '224.0.0.1',
    '255.255.255.255',
  ])
    expect(isPublic(address, 4), address).toBe(false);
  for (const address of [
    '::1',
    '::',
    'fe80::1',
    'fc00::1',
    'fd12::1',
    '::ffff:127.0.0.1',
    '::ffff:10.0.0.1',
    '64:ff9b::7f00:1',
    '2002:7f00:1::',
    '2001:db8::1',
    'ff02::1',
  ])
    expect(isPublic(address, 6), address).toBe(false);
  for (const [address, family] of [
    ['142.250.66.106', 4],
    ['172.32.0.1', 4],
    ['2404:6800:4005::200a', 6],
  ] as const)
    expect(isPublic(address, family), address).toBe(true);
});

const looked = (options: Parameters<LookupFunction>[1]) =>
  new Promise((resolve) => publicLookup('localhost', options, (error) => resolve(error)));

test('a name that leads to this machine is not connected to, one address asked for or all', async () => {
  expect(await looked({ all: true })).toBeInstanceOf(NotPublic);
  expect(await looked({ family: 4 })).toBeInstanceOf(NotPublic);
  const agent = new https.Agent({ lookup: publicLookup });
  const error = await new Promise((resolve) => https.get('https://localhost:1/', { agent }).once('error', resolve));
  expect(error).toBeInstanceOf(NotPublic);
});

test('a push service that fails three times in a row is left alone, longer each time, until it answers', () => {
  let now = 0;
  const resting = new Resting(() => now);
  for (const expected of [0, 0, 30, 60, 120, 300, 300]) {
    resting.failed('push.example.org');
    expect(resting.secondsOf('push.example.org')).toBe(expected);
    expect(resting.secondsOf('another.example.org')).toBe(0);
    now += expected * 1_000;
  }
  resting.answered('push.example.org');
  resting.failed('push.example.org', 90);
  expect(resting.secondsOf('push.example.org'), 'as long as it asks for').toBe(90);
});

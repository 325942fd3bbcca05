import https from 'node:https';
import type { LookupFunction } from 'node:net';
import { expect, test } from 'vitest';
import { NotPublic, publicLookup } from './public-lookup';
import { Resting } from './resting';

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

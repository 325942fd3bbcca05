import type { IncomingMessage } from 'node:http';
import { describe, expect, test } from 'vitest';
import { isForeign, isOurHost, networkOf, overwriteClaims } from './claims';

const asked = (headers: Record<string, string>) =>
  ({
    headers: { host: 'portal.invalid', ...headers },
    socket: { remoteAddress: '192.0.2.7' },
  }) as unknown as IncomingMessage;

const LIES = {
  'x-forwarded-for': '198.51.100.1, 203.0.113.9',
  'x-forwarded-host': 'evil.invalid',
  'x-forwarded-proto': 'https',
  'x-portal-path': '/evil',
  'x-request-id': 'made-up-elsewhere',
  'content-security-policy': "script-src 'nonce-evil'",
  forwarded: 'for=198.51.100.1',
};

describe('what a client claims of itself', () => {
  test('is overwritten', () => {
    const request = asked(LIES);
    const claims = overwriteClaims(request, false);
    expect(claims).toMatchObject({ client: '192.0.2.7', host: 'portal.invalid', https: false });
    expect(request.headers).toEqual({
      host: 'portal.invalid',
      'x-forwarded-for': '192.0.2.7',
      'x-forwarded-host': 'portal.invalid',
      'x-forwarded-proto': 'http',
      'x-request-id': claims.id,
    });
    expect(claims.id).not.toBe('made-up-elsewhere');
  });

  test('counts when a proxy of our own says it: the last word is the proxy’s', () => {
    const request = asked({ ...LIES, 'x-forwarded-host': 'portal.invalid' });
    expect(overwriteClaims(request, true)).toEqual({
      id: 'made-up-elsewhere',
      client: '203.0.113.9',
      host: 'portal.invalid',
      https: true,
    });
    expect(request.headers['x-forwarded-for']).toBe('203.0.113.9');
    expect(request.headers['content-security-policy']).toBeUndefined();
  });
});

test('a network is an IPv4 address or the first half of an IPv6 address', () => {
  expect(networkOf('192.0.2.7')).toBe('192.0.2.7');
  expect(networkOf('::ffff:192.0.2.7')).toBe('192.0.2.7');
  expect(networkOf('2001:db8:1:2:3:4:5:6')).toBe('2001:db8:1:2');
  expect(networkOf('2001:db8::1')).toBe('2001:db8:0:0');
  expect(networkOf('::1')).toBe('0:0:0:0');
});

test('a change is foreign when another origin asks for it, or ours by another scheme', () => {
  const portal = new URL('https://portal.invalid');
  const from = (headers: Record<string, string>) => isForeign(asked(headers), 'portal.invalid', portal);
  expect(from({ origin: 'https://portal.invalid' })).toBe(false);
  expect(from({})).toBe(false);
  expect(from({ 'sec-fetch-site': 'same-origin' })).toBe(false);
  expect(from({ origin: 'https://evil.invalid' })).toBe(true);
  expect(from({ origin: 'http://portal.invalid' })).toBe(true);
  expect(from({ origin: 'https://portal.invalid:8443' })).toBe(true);
  expect(from({ origin: 'null' })).toBe(true);
  expect(from({ origin: 'null', 'sec-fetch-site': 'cross-site' })).toBe(true);
  // a page of our own that sends no referrer, such as a ticket
  expect(from({ origin: 'null', 'sec-fetch-site': 'same-origin' })).toBe(false);
  expect(from({ 'sec-fetch-site': 'cross-site' })).toBe(true);
});

test('the portal is asked for under its own name, in a demonstration under a name of this machine too', () => {
  const asks = (host: string, portal: string, loopback = false) => isOurHost(host, new URL(portal), loopback);
  for (const host of ['portal.invalid', 'PORTAL.invalid', 'portal.invalid:443'])
    expect(asks(host, 'https://portal.invalid'), host).toBe(true);
  for (const host of ['evil.invalid', 'portal.invalid:80', 'portal.invalid.evil.invalid', '', 'localhost', '127.0.0.1'])
    expect(asks(host, 'https://portal.invalid'), host).toBe(false);
  for (const host of ['portal.invalid/@evil', 'x@portal.invalid', 'portal.invalid#', 'portal.invalid, evil.invalid'])
    expect(asks(host, 'https://portal.invalid', true), host).toBe(false);
  for (const host of ['localhost:3000', '127.0.0.1:3000', '[::1]:3000', '127.0.0.1'])
    expect(asks(host, 'http://portal.invalid', true), host).toBe(true);
  expect(asks('192.0.2.7:3000', 'http://127.0.0.1:3000', true)).toBe(false);
});

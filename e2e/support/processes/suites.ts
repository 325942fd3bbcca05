import { readFileSync } from 'node:fs';
import { connect, type SecureVersion } from 'node:tls';
import { expect } from '@playwright/test';
import type { ProxyName } from '../../../scripts/tests/proxies.mjs';

/** What two sides agree on, where one offers this; or that they do not. */
const agreed = (port: number, ciphers: string, version: SecureVersion) =>
  new Promise<string>((resolve) => {
    const offered = { ciphers, minVersion: version, maxVersion: version };
    const socket = connect({ host: '127.0.0.1', port, rejectUnauthorized: false, ...offered }, () => {
      resolve(socket.getCipher().standardName);
      socket.destroy();
    });
    socket.once('error', ({ message }) => resolve(/alert|disconnected|reset/i.test(message) ? 'refused' : message));
  });

/** With forward secrecy and authenticated encryption, as TLS names them in both of its versions. */
const STRONG = ['AES256-GCM-SHA384', 'CHACHA20-POLY1305', 'AES128-GCM-SHA256'].map((each) => `ECDHE-ECDSA-${each}`);
/** Older ones that a client may still offer, with CBC. */
const WEAK = ['ECDHE-ECDSA-AES128-SHA', 'ECDHE-ECDSA-AES256-SHA384', 'ECDHE-ECDSA-AES128-SHA256'];

/** The proxy takes suites of today and none of yesterday; nginx prefers the strongest that is offered, in whatever order. */
export async function expectStrongSuites(port: number, proxy: ProxyName): Promise<void> {
  for (const suite of STRONG) expect(await agreed(port, suite, 'TLSv1.2'), suite).toContain('TLS_ECDHE_ECDSA_WITH_');
  for (const suite of WEAK) expect(await agreed(port, suite, 'TLSv1.2'), suite).toBe('refused');
  expect(await agreed(port, 'DEFAULT:@SECLEVEL=0', 'TLSv1.1')).toBe('refused');
  expect(await agreed(port, 'DEFAULT', 'TLSv1.3')).toMatch(/^TLS_(AES|CHACHA20)_/);
  // Caddy's order is that of Go, which looks at what both sides are quick at
  if (proxy !== 'nginx') return;
  const named = /ssl_ciphers (\S+);/.exec(readFileSync('deploy/nginx/portal.conf.template', 'utf8'))?.[1]?.split(':');
  expect(
    named?.filter((suite) => !/^ECDHE-(ECDSA|RSA)-.*(GCM|POLY1305)/.test(suite)),
    'without forward secrecy',
  ).toEqual([]);
  expect(await agreed(port, [...STRONG].reverse().join(':'), 'TLSv1.2')).toBe(
    'TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384',
  );
  const newest = ['TLS_AES_128_GCM_SHA256', 'TLS_CHACHA20_POLY1305_SHA256', 'TLS_AES_256_GCM_SHA384'];
  expect(await agreed(port, newest.join(':'), 'TLSv1.3')).toBe('TLS_AES_256_GCM_SHA384');
}

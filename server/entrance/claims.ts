import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

/** Headers that only a proxy of our own or Next itself may set. */
const NOT_THE_READERS = [
  'forwarded',
  'x-forwarded-for',
  'x-forwarded-host',
  'x-forwarded-port',
  'x-forwarded-proto',
  'x-forwarded-server',
  'x-real-ip',
  'x-portal-path',
  'x-request-id',
  'x-nonce',
  'content-security-policy',
  'content-security-policy-report-only',
  'x-prerender-revalidate',
  'x-prerender-revalidate-if-generated',
] as const;

const ID = /^[\w.-]{8,64}$/;

export type Claims = { id: string; client: string; host: string; https: boolean };

/**
 * The client, and the name under which she asks for the portal. Her own claims are overwritten, unless a proxy of
 * ours stands in front (then its last word counts: it has seen the client).
 */
export function overwriteClaims(request: IncomingMessage, trustProxy: boolean): Claims {
  const { headers } = request;
  const said = (name: string) => (trustProxy ? lastOf(headers[name]) : undefined);
  const claims: Claims = {
    id: ID.test(said('x-request-id') ?? '') ? String(said('x-request-id')) : newId(),
    client: said('x-forwarded-for') ?? request.socket.remoteAddress ?? 'unknown',
    host: said('x-forwarded-host') ?? headers.host ?? '',
    https: said('x-forwarded-proto') === 'https',
  };
  for (const name of NOT_THE_READERS) delete headers[name];
  headers['x-forwarded-for'] = claims.client;
  headers['x-forwarded-host'] = claims.host;
  headers['x-forwarded-proto'] = claims.https ? 'https' : 'http';
  headers['x-request-id'] = claims.id;
  return claims;
}

/** Twelve signs in groups, to be read out over the telephone. */
const newId = () => randomUUID().replace(/^(.{4})(.{4}-.{4}).*$/, '$1-$2');

/** The last that a header names: what our own proxy has added. */
export const lastOf = (value: string | string[] | undefined) =>
  String(value ?? '')
    .split(',')
    .at(-1)
    ?.trim() || undefined;

/** The network a client comes from: its IPv4 address, or the first half of its IPv6 address. */
export function networkOf(client: string): string {
  const plain = client.replace(/^::ffff:(?=\d+\.)/i, '');
  if (!plain.includes(':')) return plain;
  const [head = '', tail = ''] = plain.split('::');
  const before = head.split(':').filter(Boolean);
  const after = tail.split(':').filter(Boolean);
  const zeros = plain.includes('::') ? Array<string>(Math.max(0, 8 - before.length - after.length)).fill('0') : [];
  return [...before, ...zeros, ...after].slice(0, 4).join(':');
}

const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]']);
const HOST = /^([\w.-]+|\[[\da-f:.]+\])(:\d{1,5})?$/i;

/**
 * Is the portal asked for under its own name? Pages name it in links and letters, and browsers keep apart by it what belongs to
 * whom. With `loopback`, for a demonstration, a name of this machine does as well.
 */
export function isOurHost(host: string, portal: URL, loopback: boolean): boolean {
  const address = `${portal.protocol}//${host}`;
  if (!HOST.test(host) || !URL.canParse(address)) return false;
  const asked = new URL(address);
  return asked.host === portal.host || (loopback && LOOPBACK.has(asked.hostname));
}

/**
 * Whether another origin, or ours by another scheme, asks for a change. Browsers say so themselves; what is no
 * browser says nothing.
 */
export function isForeign(request: IncomingMessage, host: string, portal: URL): boolean {
  const { origin } = request.headers;
  // a page that sends no referrer names no origin either: there only the browser's own word counts
  if (origin === 'null') return request.headers['sec-fetch-site'] !== 'same-origin';
  if (origin === undefined) return request.headers['sec-fetch-site'] === 'cross-site';
  return origin !== portal.origin && origin !== new URL(`${portal.protocol}//${host}`).origin;
}

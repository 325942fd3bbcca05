import type { ServerResponse } from 'node:http';

/**
 * Keeps an address that opens something from other sites, searches and shared stores. The portal may have it: without a referrer browsers
 * name no origin to its forms. A page without any says it to nobody.
 */
export function keepSecret(response: ServerResponse, secret: true | 'unsaid'): void {
  response.setHeader('Referrer-Policy', secret === 'unsaid' ? 'no-referrer' : 'same-origin');
  response.setHeader('X-Robots-Tag', 'noindex, nofollow');
  response.setHeader('Cache-Control', 'private, no-store');
}

/** A path as the log may have it: without the secret of a ticket or of a preview link. */
export const withoutSecret = (path: string) => path.replace(/\/(?:[a-z2-7]{26}|[0-9a-f]{64})(?=\/|$)/g, '/…');

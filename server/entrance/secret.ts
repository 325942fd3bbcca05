import type { ServerResponse } from 'node:http';

/**
 * Keeps an address that opens something from other sites, searches and shared stores. The portal itself may have it:
 * without a referrer browsers name no origin, and older ones, or plain http, offer nothing else.
 */
export function keepSecret(response: ServerResponse): void {
  response.setHeader('Referrer-Policy', 'same-origin');
  response.setHeader('X-Robots-Tag', 'noindex, nofollow');
  response.setHeader('Cache-Control', 'private, no-store');
}

/** A path as the log may have it: without the secret of a ticket. */
export const withoutSecret = (path: string) => path.replace(/\/[a-z2-7]{26}(?=\/|$)/g, '/…');

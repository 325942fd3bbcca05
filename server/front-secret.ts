import type { ServerResponse } from 'node:http';

/**
 * Whoever knows the address may open it: it goes to no other site, into no search and no shared store. To the portal
 * itself it may go: a browser that names no referrer names no origin either when a form is sent, and older ones, or all
 * of them over plain http, have no other way to say whose page the form stands on.
 */
export function keepSecret(response: ServerResponse): void {
  response.setHeader('Referrer-Policy', 'same-origin');
  response.setHeader('X-Robots-Tag', 'noindex, nofollow');
  response.setHeader('Cache-Control', 'private, no-store');
}

/** A path as the log may have it: without the secret of a ticket. */
export const withoutSecret = (path: string) => path.replace(/\/[a-z2-7]{26}(?=\/|$)/g, '/…');

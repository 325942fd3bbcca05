import type { IncomingHttpHeaders } from 'node:http';

/** Words of an address that have its page say what was done a moment ago. */
const TOLD = ['said', 'sent', 'thanks'];
/** Said to who comes back from a provider, whose site she comes from then. */
const BY_PROVIDER = /^left(-provider)?$/;

/** The address without what it tells of a deed; the same where it tells of none. A link that somebody wrote did nothing. */
export function withoutDeed(address: string): string {
  const [path = '', query] = address.split(/\?(.*)/s, 2);
  const words = new URLSearchParams(query);
  const told = TOLD.filter((name) => words.getAll(name).some((value) => !BY_PROVIDER.test(value)));
  if (told.length === 0) return address;
  for (const name of told) words.delete(name);
  return words.size > 0 ? `${path}?${words}` : path;
}

/**
 * Whether a page is opened by a link of somebody else's, or by an address that was typed or sent, and not from the portal itself. Browsers say so;
 * those that say nothing, as old ones, are believed.
 */
export const comesFromElsewhere = ({ 'sec-fetch-mode': mode, 'sec-fetch-site': site }: IncomingHttpHeaders): boolean =>
  mode === 'navigate' && site !== undefined && site !== 'same-origin';

import { createHash } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

const KNOWN_MAX = 20_000;
const COOKIE = /(?:^|;\s*)(?:__Host-)?next-auth\.session-token=([^;\s]{1,200})/;

/**
 * Sessions that this process has seen to be good, so that the front can tell officials from strangers before anybody asks
 * the database. It opens nothing: who may do what is asked anew each time behind it.
 */
export class KnownSessions {
  private readonly known = new Set<string>();

  has(request: IncomingMessage): boolean {
    const key = keyOf(request);
    return key !== undefined && this.known.has(key);
  }

  /** Notes the outcome of a request: somebody was found behind its session, or nobody. */
  note(request: IncomingMessage, signedIn: boolean): void {
    const key = keyOf(request);
    if (key === undefined) return;
    this.known.delete(key);
    if (!signedIn) return;
    this.known.add(key);
    if (this.known.size <= KNOWN_MAX) return;
    const oldest = this.known.keys().next();
    if (!oldest.done) this.known.delete(oldest.value);
  }
}

/** Does this cookie name a session, good or not? */
export const carriesSession = (cookie: string) => COOKIE.test(cookie);

function keyOf({ headers }: IncomingMessage): string | undefined {
  const token = COOKIE.exec(headers.cookie ?? '')?.[1];
  return token && createHash('sha256').update(token).digest('base64url');
}

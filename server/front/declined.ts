import type { Visit } from '../entrance/visit';
import { declineOpenly } from '../refusals/problem';
import { refuse, sorry } from '../refusals/refuse';
import { sendAway } from './away';
import { isOpenData, READING } from './open-data/open-data';

/*
 * What the front itself has to decline, as whoever asks can read it: a page for people, a problem for programs that read open data.
 */

/** This network asked too often. */
export function tooMuch({ request, response, asked }: Visit): undefined {
  const headers = { 'Retry-After': '30' };
  return isOpenData(asked)
    ? declineOpenly(request, response, 'too-many', { headers })
    : refuse(request, response, 429, headers);
}

/** A method that nobody takes here. */
export function wrongMethod({ request, response, asked }: Visit, headers: Record<string, string>): undefined {
  return isOpenData(asked)
    ? declineOpenly(request, response, 'wrong-method', { headers: { ...headers, Allow: READING } })
    : refuse(request, response, 405, headers);
}

/** There is no answer, and none of before: the database is away, too many ask, or something broke. */
export function unanswered(
  { request, response, asked, claims: { id } }: Visit,
  kind: 'away' | 'busy' | 'failed',
): undefined {
  if (isOpenData(asked)) {
    const headers: Record<string, string> = kind === 'failed' ? {} : { 'Retry-After': '5' };
    return declineOpenly(request, response, kind, { headers });
  }
  if (kind === 'away') return sendAway(request, response, { id, asked, form: null });
  if (kind === 'busy') return sorry(request, response, { id, status: 503, retryAfter: 5 });
  return sorry(request, response, { id, status: 500 });
}

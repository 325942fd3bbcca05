import type { IncomingMessage, ServerResponse } from 'node:http';
import type { SentForm } from '../entrance/body-kept';
import { refuse, sorry } from '../refusals/refuse';
import type { NextHandler } from '../still/drawing/draw';
import { sayDrawn } from '../still/drawing/drawn-line';
import { type Aside, IN_PLACE, LaidAside } from '../still/laid-aside';
import { type Drawing, newDrawing, type Outcome, shared } from '../still/shared';
import { still } from '../still/still';
import { makeReply } from '../still/store/reply';
import { sendReply } from '../still/store/send';
import { GONE, MISSING, WAIT, WAIT_SECONDS } from '../still/tags';
import { markAway, sendAway } from './away';
import { adminPolicy, newNonce } from './headers';
import { standBetween, type Whole } from './wire';

export type LiveRequest = {
  request: IncomingMessage;
  response: ServerResponse;
  /** Next's own path and query */
  internal: string;
  /** the path and query as the reader knows them: where she comes back to after signing in */
  asked: string;
  area: 'admin' | 'public';
  id: string;
  mode: 'still' | 'next' | 'development';
  /** reads what was sent, if that was a form */
  sent?: (() => Promise<SentForm | null>) | undefined;
};

/** Headers that make Next send a page's data instead of the page; only its own client runtime has a use for that. */
const FOR_THE_RUNTIME = [
  'rsc',
  'next-url',
  'next-router-state-tree',
  'next-router-prefetch',
  'next-router-segment-prefetch',
];

/**
 * Lets Next answer somebody in particular: cookies and body go along, nothing is kept. Public pages are stilled all the
 * same, admin pages get a nonce for their scripts. Resolves to what became known meanwhile; rejects when Next does.
 */
export async function answerLive(next: NextHandler, live: LiveRequest): Promise<Outcome> {
  const { request, response, internal, asked, area, mode } = live;
  request.url = internal;
  request.headers['x-portal-path'] = asked;
  if (area === 'admin' && mode !== 'development') {
    const policy = adminPolicy(newNonce(), internal);
    request.headers['content-security-policy'] = policy;
    response.setHeader('Content-Security-Policy', policy);
  }
  const inner = asksItself(request);
  const stills = mode === 'still' && area === 'public';
  const head = stills && request.method === 'HEAD';
  if (stills) for (const name of FOR_THE_RUNTIME) delete request.headers[name];
  if (head) request.method = 'GET';

  const purpose = purposeOf(request);
  const drawing: Drawing = { ...newDrawing(asideOf(live, purpose)), ...(inner && { inner }) };
  const away = () => drawing.away && isInWant(live, purpose);
  let unread = false;
  standBetween(request, response, {
    starting: () => {
      unread = isUnread(live, drawing);
      if (unread) response.statusCode = 400;
      if (drawing.away && purpose === 'action') markAway(response);
      if (drawing.tags.has(MISSING)) response.statusCode = 404;
      if (drawing.tags.has(GONE)) response.statusCode = 410;
      giveAlong(response, drawing);
      if (drawing.tags.has(WAIT)) {
        response.statusCode = 429;
        response.setHeader('Retry-After', String(WAIT_SECONDS));
      }
      // Next lets shared caches keep a page for a year; none of them would hear of a change.
      if (/s-maxage/.test(String(response.getHeader('cache-control') ?? ''))) {
        response.setHeader('Cache-Control', 'public, max-age=0, must-revalidate');
      }
    },
    // Data for the runtime is held too: begun too early, it could not say any more that the database is away.
    hold: () =>
      unread || away() || purpose === 'runtime' || isWholePage(request, response) || (stills && fails(response)),
    send: (whole) => {
      if (head) request.method = 'HEAD';
      if (unread) return void sendUnread(live);
      const send = stills ? sendStilled : sendWhole;
      const sending = away() ? sendAwayTo(live) : send(live, whole, drawing);
      sending.catch(() => response.destroy());
    },
  });
  await shared.drawing.run(drawing, () => next(request, response));
  sayDrawn(live.id, internal, drawing);
  return drawing;
}

/** What a page gives her that Next lets no page give. */
function giveAlong(response: ServerResponse, { cookies = [], refresh }: Drawing): void {
  for (const cookie of cookies) response.appendHeader('Set-Cookie', cookie);
  if (refresh) response.setHeader('Refresh', refresh);
}

/**
 * The front keeps a page of up to a megabyte back until it is whole (server/drawers/hand-over/hand-over.ts): compressed at once it takes less work than
 * in the pieces in which Next writes it.
 */
const isWholePage = (request: IncomingMessage, response: ServerResponse): boolean =>
  request.method !== 'HEAD' && isPage(typeOf(response), response.getHeader('content-disposition'));

const fails = ({ statusCode }: ServerResponse): boolean => statusCode >= 500;

/** Is this a page to be read, and no file that is made while it is taken along? */
export const isPage = (contentType: unknown, disposition: unknown): boolean =>
  /^text\/html/.test(String(contentType ?? '')) && disposition === undefined;

type Purpose = 'action' | 'runtime' | 'page';

/** Elements that are written out already stand in a page at work behind their own sign; its script names them, and has no use for them. */
function asideOf({ area, mode }: LiveRequest, purpose: Purpose): Aside | undefined {
  if (mode !== 'still') return undefined;
  if (area === 'public') return purpose === 'page' ? new LaidAside() : undefined;
  return purpose === 'page' ? new LaidAside('>') : IN_PLACE;
}

/**
 * `action`: called by the page's own script, and the answer goes to the form that sent it, which has kept what was typed ·
 * `runtime`: data for a page that is open already. Asked before Next takes these headers off.
 */
function purposeOf({ method, headers }: IncomingMessage): Purpose {
  if (headers['next-action'] !== undefined) return 'action';
  return method === 'GET' && headers.rsc !== undefined ? 'runtime' : 'page';
}

/**
 * Next fetches by itself the page that an action of a script leads to, with her headers but what her browser has drawn, and drops the
 * cookies of that answer.
 */
export function asksItself({ method, headers }: IncomingMessage): boolean {
  const isHers = headers['next-router-state-tree'] !== undefined || headers['next-router-prefetch'] !== undefined;
  return method === 'GET' && headers.rsc !== undefined && !isHers;
}

/**
 * Is the answer in want of what the database did not say? One that failed, one that would call somebody signed out (next-auth
 * takes silence for "no"), and data whose failure is hidden in it.
 */
function isInWant({ response, internal }: LiveRequest, purpose: Purpose): boolean {
  if (purpose === 'action' && /^text\/x-component/.test(typeOf(response))) return false;
  return response.statusCode >= 400 || internal.startsWith('/api/auth/') || purpose === 'runtime';
}

/** A form that Next could not even read: it never came to what would have dealt with it, and nothing here failed. */
const isUnread = ({ request, response, internal }: LiveRequest, { taken, away }: Drawing): boolean =>
  request.method === 'POST' && response.statusCode >= 500 && !taken && !away && !internal.startsWith('/api/');

function sendUnread({ request, response }: LiveRequest): void {
  for (const name of NOT_ANY_MORE) response.removeHeader(name);
  refuse(request, response, 400);
}

const sendAwayTo = async ({ request, response, id, asked, sent }: LiveRequest) =>
  sendAway(request, response, { id, asked, form: (await sent?.()) ?? null });

async function sendWhole({ request, response }: LiveRequest, whole: Whole, { aside }: Drawing): Promise<void> {
  const lifetime = String(response.getHeader('cache-control') ?? 'private, no-store');
  const body =
    aside && isPage(whole.contentType, undefined) ? Buffer.from(aside.put(whole.body.toString())) : whole.body;
  sendReply(request, response, await makeReply({ ...whole, body }), { lifetime, etag: false });
}

const typeOf = (response: ServerResponse) => String(response.getHeader('content-type') ?? '');

/** Headers of Next that only made sense with its scripts. */
const NOT_ANY_MORE = ['etag', 'link', 'content-length', 'transfer-encoding', 'vary'];

async function sendStilled({ request, response, id }: LiveRequest, whole: Whole, { aside }: Drawing): Promise<void> {
  for (const name of response.getHeaderNames()) {
    if (NOT_ANY_MORE.includes(name) || name.startsWith('x-nextjs')) response.removeHeader(name);
  }
  if (whole.status >= 500) return sorry(request, response, { id, status: 500 });
  const reply = await makeReply({
    status: whole.status,
    contentType: whole.contentType,
    body: Buffer.from(still(whole.body.toString(), aside)),
  });
  sendReply(request, response, reply, { lifetime: 'private, no-store', etag: false });
}

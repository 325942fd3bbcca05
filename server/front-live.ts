import type { IncomingMessage, ServerResponse } from 'node:http';
import { adminPolicy, newNonce } from './front-headers';
import { sorry } from './front-refuse';
import { standBetween, type Whole } from './front-wire';
import type { NextHandler } from './still/draw';
import { sendSheet } from './still/send';
import { type Drawing, newDrawing, shared } from './still/shared';
import { makeSheet } from './still/sheet';
import { still } from './still/still';
import { MISSING, WAIT, WAIT_SECONDS } from './still/tags';

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
};

/** What makes Next send a page's data instead of the page; only its own client runtime has a use for that. */
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
export async function answerLive(next: NextHandler, live: LiveRequest): Promise<Drawing> {
  const { request, response, internal, asked, area, mode } = live;
  request.url = internal;
  request.headers['x-portal-path'] = asked;
  if (area === 'admin' && mode !== 'development') {
    const policy = adminPolicy(newNonce(), internal);
    request.headers['content-security-policy'] = policy;
    response.setHeader('Content-Security-Policy', policy);
  }
  const stills = mode === 'still' && area === 'public';
  const head = stills && request.method === 'HEAD';
  if (stills) for (const name of FOR_THE_RUNTIME) delete request.headers[name];
  if (head) request.method = 'GET';

  const drawing = newDrawing();
  standBetween(request, response, {
    starting: () => {
      if (drawing.tags.has(MISSING)) response.statusCode = 404;
      if (drawing.tags.has(WAIT)) {
        response.statusCode = 429;
        response.setHeader('Retry-After', String(WAIT_SECONDS));
      }
      // Next lets shared caches keep a page for a year; none of them would hear of a change.
      if (/s-maxage/.test(String(response.getHeader('cache-control') ?? ''))) {
        response.setHeader('Cache-Control', 'public, max-age=0, must-revalidate');
      }
    },
    hold: () => stills && (response.statusCode >= 500 || /^text\/html/.test(typeOf(response))),
    send: (whole) => {
      if (head) request.method = 'HEAD';
      sendStilled(live, whole).catch(() => response.destroy());
    },
  });
  await shared.drawing.run(drawing, () => next(request, response));
  return drawing;
}

const typeOf = (response: ServerResponse) => String(response.getHeader('content-type') ?? '');

/** What Next says of an answer that only made sense with its scripts. */
const NOT_ANY_MORE = ['etag', 'link', 'content-length', 'transfer-encoding', 'vary'];

async function sendStilled({ request, response, id }: LiveRequest, whole: Whole): Promise<void> {
  for (const name of response.getHeaderNames()) {
    if (NOT_ANY_MORE.includes(name) || name.startsWith('x-nextjs')) response.removeHeader(name);
  }
  if (whole.status >= 500) return sorry(request, response, { id, status: 500 });
  const sheet = await makeSheet({
    status: whole.status,
    contentType: whole.contentType,
    body: Buffer.from(still(whole.body.toString())),
  });
  sendSheet(request, response, sheet, { lifetime: 'private, no-store', etag: false });
}

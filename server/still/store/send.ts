import type { IncomingMessage, ServerResponse } from 'node:http';
import { bodyFor, type Encoding, type Reply } from './reply';

type How = {
  /** what Cache-Control says */
  lifetime: string;
  /** May the reader ask "still the same?" next time? */
  etag: boolean;
  /** another status than the reply's own */
  status?: number;
};

const SUFFIX: Record<Encoding, string> = { br: '-br', gzip: '-gz', identity: '' };

/** Sends a reply in the smallest form that the reader takes; 304 when she has it already; no body for HEAD. */
export function sendReply(request: IncomingMessage, response: ServerResponse, reply: Reply, how: How): void {
  const { encoding, body } = bodyFor(reply, request.headers['accept-encoding']);
  const status = how.status ?? reply.status;
  response.setHeader('Cache-Control', how.lifetime);
  if (!reply.plain) response.setHeader('Vary', 'Accept-Encoding');
  if (reply.location) response.setHeader('Location', reply.location);
  if (how.etag) {
    response.setHeader('ETag', `"${reply.hash}${SUFFIX[encoding]}"`);
    response.setHeader('Last-Modified', reply.made.toUTCString());
  }
  if (how.etag && status === 200 && hasAlready(request, reply)) {
    response.writeHead(304);
    response.end();
    return;
  }
  if (encoding !== 'identity') response.setHeader('Content-Encoding', encoding);
  response.writeHead(status, { 'Content-Type': reply.contentType, 'Content-Length': body.length });
  response.end(request.method === 'HEAD' ? undefined : body);
}

/** Calendars that know no ETag ask by time: answered so where they name no ETag. */
function hasAlready({ headers }: IncomingMessage, { hash, made }: Reply): boolean {
  if (headers['if-none-match'] !== undefined) return knows(headers['if-none-match'], hash);
  const since = Date.parse(headers['if-modified-since'] ?? '');
  return Math.floor(made.getTime() / 1000) * 1000 <= since;
}

/** Does If-None-Match name this content, in whatever encoding the reader got it? */
export function knows(header: string | undefined, hash: string): boolean {
  return (header ?? '').split(',').some((tag) => {
    const named = /^\s*(?:W\/)?"([^"]*)"\s*$/.exec(tag)?.[1]?.replace(/-(br|gz)$/, '');
    return named === hash || tag.trim() === '*';
  });
}

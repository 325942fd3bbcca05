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

/** Names and values of a head, in order. */
export type FieldLines = readonly (readonly [string, string])[];

const SUFFIX: Record<Encoding, string> = { br: '-br', gzip: '-gz', identity: '' };
/** Of a form that a smaller one will follow: no two bodies have one tag. */
const QUICK = '-bq';
const ANY_SUFFIX = /-(br|bq|gz)$/;

const tagOf = ({ hash, smallest }: Reply, encoding: Encoding) =>
  `"${hash}${encoding === 'br' && !smallest ? QUICK : SUFFIX[encoding]}"`;

/** What an entity tag without quotes names, whatever the encoding. */
export const hashOf = (tag: string | undefined) => tag?.replace(ANY_SUFFIX, '');

/**
 * Sends a reply in the smallest form that the reader takes; 304 when she has it already; no body for HEAD. One with an
 * ETag is the same for everybody: without the number of this request.
 */
export function sendReply(request: IncomingMessage, response: ServerResponse, reply: Reply, how: How): void {
  const { encoding, body } = bodyFor(reply, request.headers['accept-encoding']);
  const status = how.status ?? reply.status;
  if (how.etag) response.removeHeader('X-Request-Id');
  for (const [name, value] of lastingFields(reply, encoding, how)) response.setHeader(name, value);
  if (how.etag && status === 200 && hasAlready(request, reply)) {
    response.writeHead(304);
    response.end();
    return;
  }
  for (const [name, value] of bodyFields(reply, encoding, body)) response.setHeader(name, value);
  response.writeHead(status);
  response.end(request.method === 'HEAD' ? undefined : body);
}

/** What is said of a reply whether its body goes along or not. */
export function lastingFields(reply: Reply, encoding: Encoding, { lifetime, etag }: How): FieldLines {
  return [
    ['Cache-Control', lifetime],
    ...(reply.plain ? [] : [['Vary', 'Accept-Encoding'] as const]),
    ...(reply.location ? [['Location', reply.location] as const] : []),
    ...(reply.link ? [['Link', reply.link] as const] : []),
    ...(etag ? [['ETag', tagOf(reply, encoding)] as const] : []),
    ...(etag ? [['Last-Modified', reply.made.toUTCString()] as const] : []),
  ];
}

/** What is said of its body. */
export function bodyFields({ contentType }: Reply, encoding: Encoding, body: Buffer): FieldLines {
  return [
    ...(encoding === 'identity' ? [] : [['Content-Encoding', encoding] as const]),
    ['Content-Type', contentType],
    ['Content-Length', String(body.length)],
  ];
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
    const named = /^\s*(?:W\/)?"([^"]*)"\s*$/.exec(tag)?.[1];
    return hashOf(named) === hash || tag.trim() === '*';
  });
}

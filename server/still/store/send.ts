import type { IncomingMessage, ServerResponse } from 'node:http';
import { bodyFor, type Encoding, type Sheet } from './sheet';

type How = {
  /** what Cache-Control says */
  lifetime: string;
  /** May the reader ask "still the same?" next time? */
  etag: boolean;
  /** another status than the sheet's own */
  status?: number;
};

const SUFFIX: Record<Encoding, string> = { br: '-br', gzip: '-gz', identity: '' };

/** Sends a sheet in the smallest form that the reader takes; 304 when she has it already; no body for HEAD. */
export function sendSheet(request: IncomingMessage, response: ServerResponse, sheet: Sheet, how: How): void {
  const { encoding, body } = bodyFor(sheet, request.headers['accept-encoding']);
  const status = how.status ?? sheet.status;
  response.setHeader('Cache-Control', how.lifetime);
  if (!sheet.plain) response.setHeader('Vary', 'Accept-Encoding');
  if (sheet.location) response.setHeader('Location', sheet.location);
  if (how.etag) {
    response.setHeader('ETag', `"${sheet.hash}${SUFFIX[encoding]}"`);
    response.setHeader('Last-Modified', sheet.made.toUTCString());
  }
  if (how.etag && status === 200 && hasAlready(request, sheet)) {
    response.writeHead(304);
    response.end();
    return;
  }
  if (encoding !== 'identity') response.setHeader('Content-Encoding', encoding);
  response.writeHead(status, { 'Content-Type': sheet.contentType, 'Content-Length': body.length });
  response.end(request.method === 'HEAD' ? undefined : body);
}

/** Calendars that know no ETag ask by time: answered so where they name no ETag. */
function hasAlready({ headers }: IncomingMessage, { hash, made }: Sheet): boolean {
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

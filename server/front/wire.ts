import type { IncomingMessage, OutgoingHttpHeader, OutgoingHttpHeaders, ServerResponse } from 'node:http';
import { constants, createGzip, type Gzip } from 'node:zlib';
import { isText, takes } from '../still/store/reply';

export type Whole = { status: number; contentType: string; body: Buffer };

type Watch = {
  /** Called once, just before anything leaves: the last moment to set status and headers. */
  starting: () => void;
  /** Should this answer be collected instead of sent? */
  hold: () => boolean;
  /** Sends a collected answer. */
  send: (whole: Whole) => void;
};

type Mode = 'waiting' | 'passing' | 'zipping' | 'holding';

/**
 * Stands between Next and the wire for an answer that depends on its reader: lets it pass, compressed as it comes, or
 * collects it whole. Next only ever sees an ordinary response.
 */
export function standBetween(request: IncomingMessage, response: ServerResponse, watch: Watch): void {
  const own = {
    write: response.write.bind(response) as (chunk: unknown, ...rest: unknown[]) => boolean,
    end: response.end.bind(response) as (...parts: unknown[]) => ServerResponse,
    flushHeaders: response.flushHeaders.bind(response),
    writeHead: response.writeHead,
  };
  const held: Buffer[] = [];
  let mode: Mode = 'waiting';
  let gzip: Gzip | undefined;

  const start = () => {
    if (mode !== 'waiting') return;
    watch.starting();
    mode = watch.hold() ? 'holding' : compressible(request, response) ? 'zipping' : 'passing';
    if (mode === 'holding') return;
    response.writeHead = own.writeHead;
    if (mode === 'zipping') gzip = zipped(response, own);
  };

  response.writeHead = ((status: number, ...rest: unknown[]) => {
    noteHead(response, status, rest);
    return response;
  }) as ServerResponse['writeHead'];

  response.flushHeaders = () => {
    start();
    if (mode !== 'holding') own.flushHeaders();
  };

  response.write = ((chunk: unknown, ...rest: unknown[]) => {
    start();
    if (mode === 'passing') return own.write(chunk, ...rest);
    if (mode === 'zipping' && gzip) return gzip.write(bytesOf(chunk, rest));
    held.push(bytesOf(chunk, rest));
    return true;
  }) as ServerResponse['write'];

  response.end = ((...parts: unknown[]) => {
    start();
    if (mode === 'passing') return own.end(...parts);
    const last = isChunk(parts[0]) ? bytesOf(parts[0], parts.slice(1)) : undefined;
    if (mode === 'zipping' && gzip) {
      gzip.end(last);
      return response;
    }
    if (last) held.push(last);
    const contentType = String(response.getHeader('content-type') ?? '');
    Object.assign(response, own, { end: own.end });
    watch.send({ status: response.statusCode, contentType, body: Buffer.concat(held) });
    return response;
  }) as ServerResponse['end'];
}

function compressible(request: IncomingMessage, response: ServerResponse): boolean {
  const { statusCode } = response;
  if (request.method === 'HEAD' || statusCode === 204 || statusCode === 304) return false;
  if (response.hasHeader('content-encoding') || response.hasHeader('content-range')) return false;
  if (!isText(String(response.getHeader('content-type') ?? ''))) return false;
  response.appendHeader('Vary', 'Accept-Encoding');
  return takes(request.headers['accept-encoding'], 'gzip');
}

type Own = { write: (chunk: unknown) => boolean; end: () => unknown };

/** Each piece leaves at once, so that a page that comes in parts still does. */
function zipped(response: ServerResponse, own: Own): Gzip {
  response.removeHeader('content-length');
  response.setHeader('Content-Encoding', 'gzip');
  const gzip = createGzip({ level: 6, flush: constants.Z_SYNC_FLUSH });
  gzip.on('data', (chunk: Buffer) => {
    if (!own.write(chunk)) gzip.pause();
  });
  gzip.on('end', () => own.end());
  gzip.on('error', () => response.destroy());
  gzip.on('drain', () => response.emit('drain'));
  response.on('drain', () => gzip.resume());
  response.on('close', () => gzip.destroy());
  return gzip;
}

function noteHead(response: ServerResponse, status: number, rest: unknown[]): void {
  response.statusCode = status;
  const headers = rest.find((part) => typeof part === 'object' && part !== null);
  for (const [name, value] of Object.entries((headers ?? {}) as OutgoingHttpHeaders)) {
    if (value !== undefined) response.setHeader(name, value as Exclude<OutgoingHttpHeader, undefined>);
  }
}

const isChunk = (part: unknown): part is string | Uint8Array => typeof part === 'string' || part instanceof Uint8Array;

function bytesOf(chunk: unknown, rest: unknown[]): Buffer {
  if (typeof chunk !== 'string') return Buffer.from(chunk as Uint8Array);
  const encoding = rest.find((part) => typeof part === 'string') as BufferEncoding | undefined;
  return Buffer.from(chunk, encoding ?? 'utf8');
}

import type { IncomingHttpHeaders, OutgoingHttpHeaders, ServerResponse } from 'node:http';
import type { Readable } from 'node:stream';
import { READS } from '../../entrance/visit';
import { sendAway } from '../../front/away';
import { asksItself, isPage, type LiveRequest } from '../../front/live';
import { sorry } from '../../refusals/refuse';
import { NobodyDraws } from '../../still/drawing/nobody-draws';
import type { Outcome } from '../../still/shared';
import type { Drawer } from '../drawer';
import { ABOUT, FAILED, LIVE, OURS, written } from '../messages';
import type { Turns } from './turns';

/** Headers that belong to one connection and not to the message. */
const OF_THE_CONNECTION = new Set([
  'connection',
  'keep-alive',
  'transfer-encoding',
  'upgrade',
  'expect',
  'te',
  'trailer',
  'date',
]);
/** Bytes of an answer that are held back until it is whole; what is longer leaves as it comes. Pages have a tenth of it, compressed. */
const HELD_MAX = 1_000_000;
/** Seconds after which it is worth asking again: a process that ended has been replaced by then. */
const RETRY_AFTER = 5;

/** Whoever has drawing processes to hand something over to (drawers.ts). */
type Having = {
  pick: () => Promise<Drawer>;
  readonly turns: Turns;
  /** how many drops a process must have heard of that is asked now */
  readonly known: number;
};

let asks = 0;

/**
 * Hands a request over to a drawing process and brings its answer back, a page when it is whole. Where the process ends before,
 * a reader's question is asked once more; whoever sent something is told, with what she typed.
 */
export async function handOver(drawers: Having, live: LiveRequest): Promise<Outcome> {
  const repeatable = READS.has(live.request.method ?? '');
  // what changes something waits for the database as a rule, and so does whoever waits for the page that follows it
  const waits = repeatable && !asksItself(live.request);
  for (let attempt = 1; ; attempt++) {
    const begun = waits ? await drawers.turns.come(live.area) : () => {};
    if (waits && live.response.closed) {
      begun();
      return {};
    }
    const drawer = await drawers.pick().catch((error: NobodyDraws) => error);
    if (drawer instanceof NobodyDraws) {
      begun();
      sorry(live.request, live.response, { id: live.id, status: 503, retryAfter: RETRY_AFTER });
      return {};
    }
    try {
      return await ask(drawers, drawer, live, begun);
    } catch (error) {
      const { response } = live;
      if (response.closed) return {};
      if (response.headersSent || !(await drawer.hasEnded())) throw error;
      if (repeatable && attempt === 1) continue;
      await sendInterrupted(live);
      return {};
    }
  }
}

async function ask(drawers: Having, drawer: Drawer, live: LiveRequest, begun: () => void): Promise<Outcome> {
  const { request, response, internal, asked, area, id } = live;
  const number = String(++asks);
  const outcome = drawer.outcomeOf(number);
  const about = written({ internal, asked, area, id, ask: number, drops: drawers.known });
  const leaving = new AbortController();
  const reads = READS.has(request.method ?? '');
  // what changes something is carried out, whether or not its sender waits for the answer
  if (reads) response.once('close', () => leaving.abort());
  const asking = drawer.count(!reads, async () => {
    const answer = drawer.pool.request({
      method: request.method as 'GET',
      path: LIVE,
      headers: { ...passing(request.headers, reads), [ABOUT]: about },
      body: reads ? null : request,
      signal: leaving.signal,
    });
    const { statusCode, headers, body } = await answer.finally(begun);
    if (headers[ABOUT] === FAILED) {
      await body.dump();
      sorry(request, response, { id, status: 500 });
    } else await bringBack(response, statusCode, headers, body);
  });
  try {
    await asking;
  } catch (error) {
    // whoever left, or asked in vain, waits for nothing more
    drawer.settle(number, {});
    throw error;
  }
  return outcome;
}

function passing(headers: IncomingHttpHeaders, reads: boolean): Record<string, string | string[]> {
  const entries = Object.entries(headers).filter(
    ([name, value]) =>
      value !== undefined && !OF_THE_CONNECTION.has(name) && !OURS.test(name) && !(reads && name === 'content-length'),
  );
  return Object.fromEntries(entries) as Record<string, string | string[]>;
}

async function bringBack(
  response: ServerResponse,
  status: number,
  headers: IncomingHttpHeaders,
  body: Readable,
): Promise<void> {
  const own: OutgoingHttpHeaders = {};
  for (const [name, value] of Object.entries(headers)) {
    if (value !== undefined && !OF_THE_CONNECTION.has(name) && !OURS.test(name)) own[name] = value;
  }
  const held = isHeld(headers) ? await beginningOf(body) : undefined;
  if (held?.isWhole && held.bytes.length > 0) own['content-length'] = held.bytes.length;
  response.writeHead(status, own);
  if (held?.isWhole) return void response.end(held.bytes);
  if (held) response.write(held.bytes);
  await new Promise<void>((resolve, reject) => {
    body.once('error', reject);
    body.once('end', resolve);
    response.once('close', () => body.destroy());
    body.once('close', resolve);
    body.pipe(response);
  });
}

/** A page leaves when it is whole: should the process end meanwhile, its reader can still be given another. A download leaves as it comes. */
const isHeld = (headers: IncomingHttpHeaders): boolean =>
  isPage(headers['content-type'], headers['content-disposition']) ||
  /^text\/x-component/.test(headers['content-type'] ?? '');

/** The whole of it, or the beginning of what is too long to be held. */
async function beginningOf(body: Readable): Promise<{ bytes: Buffer; isWhole: boolean }> {
  const pieces: Buffer[] = [];
  let length = 0;
  for await (const piece of body.iterator({ destroyOnReturn: false })) {
    pieces.push(piece as Buffer);
    length += (piece as Buffer).length;
    if (length > HELD_MAX) return { bytes: Buffer.concat(pieces), isWhole: false };
  }
  return { bytes: Buffer.concat(pieces), isWhole: true };
}

const sendInterrupted = async ({ request, response, id, asked, sent }: LiveRequest) =>
  sendAway(request, response, { id, asked, form: (await sent?.()) ?? null, because: 'interrupted' });

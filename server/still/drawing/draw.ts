import { IncomingMessage, type OutgoingHttpHeader, type OutgoingHttpHeaders, ServerResponse } from 'node:http';
import { Socket } from 'node:net';
import { type Aside, LaidAside } from '../laid-aside';
import { newDrawing, shared } from '../shared';
import { needsScript, still } from '../still';
import { sayDrawn } from './drawn-line';

export type NextHandler = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/** Next's whole answer, a page without its scripts, and what Next let us know of it. Plain, so that it can be sent on. */
export type Drawn = {
  status: number;
  contentType: string;
  location?: string;
  /** of what is no page: where what follows it is found */
  link?: string;
  setsCookie: boolean;
  /** A part of the page would be seen only where scripts run. */
  needsScript: boolean;
  /** what it is made of */
  tags: string[];
  /** Next calls it the same for everyone, and would keep it for good. */
  keepable: boolean;
  /** The database was asked for it and gave no answer. */
  away: boolean;
  body: Buffer;
};

type Question = {
  /** Next's own path, with the query if the page depends on it */
  url: string;
  /** Says where the portal lives; nothing of the reader */
  headers: Record<string, string>;
  /** milliseconds after which nobody waits any more */
  patience: number;
  /** The word with which this build draws a page for once (server/next-config.ts). */
  once: string;
};

/** What is no page, but a file or open data, has a dot in its name or lies apart: Next itself says of it that it may be kept. */
const isPage = (url: string) => !/^(?:\/api\/|\/[^?]*\.[a-z]+(?:[/?]|$))/.test(url);

/**
 * Milliseconds that a page may take to be drawn where the database may take so many times longer than usual (DATABASE_PATIENCE):
 * more than it, so that its failure is said in its own sentence.
 */
export const drawingPatience = (timesLonger: number) => Math.max(20_000, 10_000 * timesLonger);

/** Where the portal lives, as a page drawn for nobody in particular is told: nothing of a reader. */
export const portalHeaders = (portal: URL): Record<string, string> => ({
  host: portal.host,
  'x-forwarded-host': portal.host,
  'x-forwarded-proto': portal.protocol.slice(0, -1),
  'x-forwarded-for': '127.0.0.1',
});

/**
 * Has Next draw a public page for nobody in particular: without a reader's cookies, language or browser, what is kept
 * cannot be somebody's, and who leaves stops nothing. Rejects when Next fails or takes too long.
 */
export async function draw(next: NextHandler, question: Question): Promise<Drawn> {
  const request = new IncomingMessage(new Socket());
  request.method = 'GET';
  request.url = question.url;
  // A browser's name makes Next put title and description into the head at once instead of sending them after.
  request.headers = { 'user-agent': 'still-pages', accept: 'text/html', ...question.headers };
  if (isPage(question.url)) request.headers.cookie = `__prerender_bypass=${question.once}`;
  request.push(null);
  const answer = new Answer(request);
  const drawing = newDrawing(isPage(question.url) ? new LaidAside() : undefined);

  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('the page took too long')), question.patience);
  });
  try {
    const failed = shared.drawing.run(drawing, () => next(request, answer)).then(() => answer.whole);
    await Promise.race([answer.whole, failed, late]);
  } finally {
    clearTimeout(timer);
    answer.leave();
  }
  sayDrawn(question.headers['x-request-id'], question.url, drawing);
  return {
    status: answer.statusCode,
    // Next names the place of a redirect twice.
    ...(answer.hasHeader('location') ? { location: String([answer.getHeader('location')].flat()[0]) } : {}),
    setsCookie: answer.hasHeader('set-cookie'),
    ...stilled(answer, drawing.aside),
    tags: [...drawing.tags],
    keepable: drawing.keepable,
    away: drawing.away,
  };
}

function stilled(
  answer: Answer,
  aside: Aside | undefined,
): Pick<Drawn, 'contentType' | 'needsScript' | 'link' | 'body'> {
  const contentType = String(answer.getHeader('content-type') ?? 'text/plain; charset=utf-8');
  const body = answer.body();
  const link = answer.hasHeader('link') ? { link: String(answer.getHeader('link')) } : {};
  if (!/^text\/html/.test(contentType)) return { contentType, needsScript: false, ...link, body };
  const html = body.toString();
  return { contentType, needsScript: needsScript(html), body: Buffer.from(still(html, aside)) };
}

type Written = (error?: Error | null) => void;

/** A response that goes nowhere: it collects what is written to it. */
class Answer extends ServerResponse {
  readonly whole: Promise<void>;
  private readonly chunks: Buffer[] = [];
  private complete: () => void = () => {};

  constructor(request: IncomingMessage) {
    super(request);
    this.whole = new Promise((resolve) => {
      this.complete = resolve;
    });
  }

  body(): Buffer {
    return Buffer.concat(this.chunks);
  }

  /** The same event that a real response has when the connection is gone: Next stops what it still does for it. */
  leave(): void {
    this.emit('close');
  }

  override flushHeaders(): void {}

  override writeHead(status: number, ...rest: unknown[]): this {
    this.statusCode = status;
    const headers = rest.find((part) => typeof part === 'object' && part !== null);
    for (const [name, value] of Object.entries((headers ?? {}) as OutgoingHttpHeaders)) {
      if (value !== undefined) this.setHeader(name, value as Exclude<OutgoingHttpHeader, undefined>);
    }
    return this;
  }

  override write(chunk: string | Uint8Array, encoding?: BufferEncoding | Written, written?: Written): boolean {
    this.collect(chunk, encoding);
    const callback = typeof encoding === 'function' ? encoding : written;
    if (callback) process.nextTick(callback);
    return true;
  }

  override end(chunk?: unknown, encoding?: unknown, ended?: unknown): this {
    if (this.finished) return this;
    if (typeof chunk === 'string' || chunk instanceof Uint8Array) this.collect(chunk, encoding);
    this.finished = true;
    const callback = [chunk, encoding, ended].find((part) => typeof part === 'function') as (() => void) | undefined;
    process.nextTick(() => {
      callback?.();
      this.emit('finish');
      this.complete();
    });
    return this;
  }

  private collect(chunk: string | Uint8Array, encoding: unknown): void {
    const known = typeof encoding === 'string' ? (encoding as BufferEncoding) : 'utf8';
    this.chunks.push(typeof chunk === 'string' ? Buffer.from(chunk, known) : Buffer.from(chunk));
  }
}

import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { keepBody } from '../entrance/body-kept';
import type { Reach } from '../front/health';
import { answerLive } from '../front/live';
import { draw, type NextHandler } from '../still/drawing/draw';
import type { Outcome } from '../still/shared';
import { bytesOfDrawn } from './drawn-bytes';
import type { Drops } from './drops';
import { ABOUT, DRAW, FAILED, LIVE, type PageQuestion, READY, readAbout } from './messages';

type Options = {
  next: NextHandler;
  mode: 'still' | 'next';
  /** says where the portal lives, with a page that is drawn for nobody in particular */
  headers: Record<string, string>;
  /** milliseconds that a page may take to be drawn */
  patience: number;
  /** the word with which Next draws a page for once */
  once: string;
  drops: Drops;
  reach: () => Promise<Reach>;
  outcome: (ask: string, outcome: Outcome) => void;
  failed: (id: string | undefined, error: unknown) => void;
};

/** Answers what the front asks of its drawing process: to draw a page, to answer somebody, to say whether it is ready. */
export function answerFront(options: Options): RequestListener {
  const ways: Record<string, (request: IncomingMessage, response: ServerResponse) => Promise<void>> = {
    [DRAW]: (request, response) => drawn(options, request, response),
    [LIVE]: (request, response) => live(options, request, response),
    [READY]: async (_, response) => void response.end(JSON.stringify(await options.reach())),
  };
  return (request, response) => {
    const way = ways[request.url ?? ''];
    if (!way) return void response.writeHead(404).end();
    way(request, response).catch((error: unknown) => {
      options.failed(request.headers['x-request-id'] as string | undefined, error);
      // the front has a sentence of its own for whoever asked
      if (response.headersSent) response.destroy();
      else response.writeHead(500, { [ABOUT]: FAILED }).end();
    });
  };
}

async function drawn(
  { next, headers, patience, once, drops }: Options,
  request: IncomingMessage,
  response: ServerResponse,
) {
  const { url, id, drops: known } = JSON.parse(await textOf(request)) as PageQuestion;
  await drops.until(known);
  const page = await draw(next, { url, headers: { ...headers, 'x-request-id': id }, patience, once });
  response.end(bytesOfDrawn(page));
}

async function live({ next, mode, drops, outcome }: Options, request: IncomingMessage, response: ServerResponse) {
  const { ask, drops: known, ...question } = readAbout(String(request.headers[ABOUT]));
  delete request.headers[ABOUT];
  const sent = keepBody(request);
  await drops.until(known);
  try {
    const { account, refused } = await answerLive(next, { request, response, mode, sent, ...question });
    outcome(ask, { ...(account === undefined ? {} : { account }), ...(refused ? { refused } : {}) });
  } catch (error) {
    outcome(ask, {});
    throw error;
  }
}

async function textOf(request: IncomingMessage): Promise<string> {
  const pieces: Buffer[] = [];
  for await (const piece of request) pieces.push(piece as Buffer);
  return Buffer.concat(pieces).toString();
}

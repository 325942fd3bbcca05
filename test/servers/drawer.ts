// A drawing process with a function in Next's place, begun by a front as the real one is: what it answers depends on the address.
import { createServer } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { answerFront } from '@/server/drawers/answer-front';
import { Drops } from '@/server/drawers/drops';
import type { ToDrawer, ToFront } from '@/server/drawers/messages';
import type { NextHandler } from '@/server/still/drawing/draw';
import { noteRefusal } from '@/server/still/shared';
import { answerPage } from './front';

const tell = (message: ToFront) => process.send?.(message);
const drops = new Drops();
/** What it keeps, until it hears that something has changed. */
let kept = 'before';

const pages: Record<string, NextHandler> = {
  '/page': async (_, response) => answerPage(response, `trang ${process.pid}`, 'articles,units'),
  '/kept': async (_, response) => answerPage(response, kept),
  '/broken': async () => {
    throw new Error('broken');
  },
  '/hangs': async () => {
    for (;;);
  },
  '/ends': async () => process.exit(1),
  '/never': () => new Promise(() => {}),
  '/slow': async (_, response) => {
    await wait(300);
    return answerPage(response, `trang ${process.pid}`);
  },
  // half of a page, and the rest after a while
  '/half': async (_, response) => {
    response.setHeader('content-type', 'text/html');
    response.write('<h1>trang');
    tell({ kind: 'changed', change: 0, tags: ['half'] });
    await wait(500);
    response.end(` ${process.pid}</h1>`);
  },
  // a file that is made while it is taken along
  '/file': async (_, response) => {
    response.setHeader('content-type', 'text/html');
    response.setHeader('content-disposition', 'attachment');
    response.write('first,');
    await new Promise<void>((resolve) => {
      goOn = resolve;
    });
    response.end('last');
  },
  '/go-on': async (_, response) => {
    goOn();
    response.end();
  },
  '/long': async (_, response) => {
    response.setHeader('content-type', 'text/html');
    for (let piece = 0; piece < 40; piece++) response.write('x'.repeat(100_000));
    response.end();
  },
  '/refused': async (_, response) => {
    noteRefusal({ reason: 'too-often', account: 'someone' });
    response.setHeader('x-portal-about', 'a secret of ours');
    response.writeHead(403).end();
  },
  '/change': async (_, response) => {
    await new Promise<void>((resolve) => {
      told = resolve;
      tell({ kind: 'changed', change: 1, tags: ['articles'] });
    });
    response.end('told');
  },
  '/heard': async (request, response) => {
    const { 'x-portal-path': path, 'x-portal-about': about, 'x-still-page': still, cookie } = request.headers;
    let body = '';
    for await (const piece of request) body += piece;
    response.setHeader('set-cookie', ['a=1', 'b=2']);
    response.end(JSON.stringify({ path, about, still, cookie, body, method: request.method }));
  },
};
let told = () => {};
let goOn = () => {};

const next: NextHandler = async (request, response) => {
  const page = pages[request.url?.replace(/^\/api/, '') ?? ''];
  if (page) await page(request, response);
  else response.writeHead(404).end();
};

process.on('message', (message: ToDrawer) => {
  if (message.kind === 'pulse') tell({ kind: 'alive' });
  if (message.kind === 'told') told();
  if (message.kind === 'leave') tell({ kind: 'left' });
  if (message.kind === 'end') process.exit(0);
  if (message.kind !== 'drop') return;
  // it hears of a change later than it is asked for a page
  const hear = () => {
    if (message.tags.length > 0) kept = 'after';
    drops.note(message.number);
  };
  if (message.tags.length > 0) setTimeout(hear, 200);
  else hear();
});
process.once('disconnect', () => process.exit(0));

const reach = async () => ({ database: true, migrations: true });
createServer(
  answerFront({
    next,
    mode: 'still',
    headers: { host: 'portal.invalid' },
    patience: 5_000,
    once: 'ONCE',
    drops,
    reach,
    outcome: (ask, outcome) => tell({ kind: 'outcome', ask, outcome }),
    failed: () => {},
  }),
).listen(process.argv[2], () => tell({ kind: 'up' }));

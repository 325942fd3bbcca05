import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, statSync } from 'node:fs';
import { request as httpRequest, type IncomingMessage } from 'node:http';
import { expect, test } from '@playwright/test';
import { parseHTML } from 'linkedom';
import { programOf } from '../../scripts/portal/program.mjs';
import { openWay } from '../../test/servers/cuttable-way';
import { samples } from '../support/page/pages';
import { databaseAddress, drawingProcessesOf, type Server, startProcess } from '../support/processes/processes';
import { textOf } from '../support/reader/names';

/**
 * Processes of our own beside the portal under test, on its build and its database: one that has answered nobody yet, and one
 * with still pages off. Between them and the database lies a way that can be cut.
 */
test.describe.configure({ mode: 'serial', timeout: 300_000 });

let way: Awaited<ReturnType<typeof openWay>>;
let still: Server;
let plain: Server;

test.beforeAll(async () => {
  way = await openWay(databaseAddress());
  [still, plain] = await Promise.all([
    startProcess({ DATABASE_URL: way.url }),
    startProcess({ DATABASE_URL: databaseAddress(), STILL_PAGES: 'off' }),
  ]);
});

test.afterAll(async () => {
  for (const server of [still, plain]) server?.child.kill('SIGKILL');
  way?.close();
});

const get = (origin: string, path: string) =>
  fetch(`${origin}${path}`, { redirect: 'manual', signal: AbortSignal.timeout(60_000) });

/** How far a process gives way to others (Linux). */
const niceOf = (pid = 0) => Number(readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ')[16]);

/** What somebody reads of a page, in its order: nothing of scripts, nothing that is put aside. */
function wordsOf(html: string): string {
  const { document } = parseHTML(html);
  for (const unseen of Array.from(document.querySelectorAll('script, style, template, [hidden]'))) unseen.remove();
  return textOf(document.body);
}

const dataOf = (html: string) => html.match(/<script type="application\/ld\+json"[^>]*>[\s\S]*?<\/script>/g);

const pages = samples.filter(({ name }) => name !== 'signIn');

test('who draws gives way to readers when it has been there for five seconds, and not while all wait for it; the front never does', async () => {
  const [drawing = 0] = drawingProcessesOf(still.child);
  const said = readFileSync(`/proc/${drawing}/cmdline`, 'utf8').split('\0');
  // made when it answers
  const { mtimeMs: up } = statSync(said.find((part) => part.endsWith('.sock')) ?? '');
  await expect.poll(() => niceOf(drawing), { intervals: [50], timeout: 60_000 }).toBe(2);
  expect(Date.now() - up).toBeGreaterThan(4_900);
  expect(niceOf(still.child.pid)).toBe(0);
});

test('the very first answer of a process has no script of Next and says its policy', async () => {
  for (const { href } of pages) {
    const answer = await get(still.origin, href.vi);
    const scripts = ((await answer.text()).match(/<script\b[^>]*>/g) ?? []).filter((tag) => !tag.includes('ld+json'));
    expect([answer.status, scripts.filter((tag) => !tag.includes('data-still'))], href.vi).toEqual([200, []]);
    expect(answer.headers.get('content-security-policy')).toMatch(/script-src 'self' 'sha256-[\w+/]{43}=';/);
  }
});

test('a still page says every word, and every fact for machines, that the page says as Next sends it', async () => {
  const compare = async (path: string) => {
    // each names the address at which it is asked
    const [one = '', other = ''] = await Promise.all(
      [still, plain].map(async ({ origin }) => {
        const html = await (await get(origin, path)).text();
        return html.replaceAll(origin, '').replaceAll(new URL(origin).host, '');
      }),
    );
    expect(wordsOf(one), path).toBe(wordsOf(other));
    expect(dataOf(one)?.length ?? 0, path).toBe(dataOf(other)?.length ?? 0);
    expect(dataOf(one), path).toEqual(dataOf(other));
    expect(other.match(/<script/g)?.length).toBeGreaterThan(5);
  };
  // Other journeys change figures meanwhile: what differs once must be the same a moment later.
  for (const { href } of pages) await expect(() => compare(href.en)).toPass({ timeout: 60_000 });
});

test('while the database is away, pages that were read still come, others say what is the matter, and all is well when it is back', async () => {
  const read = pages.filter(({ href }) => !href.vi.includes('?'));
  for (const { href } of read) expect((await get(still.origin, href.vi)).status).toBe(200);
  way.cut();
  for (const { href } of read) expect((await get(still.origin, href.vi)).status, href.vi).toBe(200);
  const unread = await get(still.origin, '/xa-phuong/trang-dai');
  const words = await unread.text();
  expect(unread.status).toBe(503);
  expect(words).toContain('Cổng thông tin tạm thời chưa trả lời được');
  expect(words).toContain(unread.headers.get('x-request-id'));
  expect(words).not.toContain('<script');
  expect((await get(still.origin, '/admin')).status).not.toBe(200);
  expect((await get(still.origin, '/healthz')).status).toBe(200);
  await expect.poll(async () => (await get(still.origin, '/readyz')).status).toBe(503);
  way.mend();
  await expect.poll(async () => (await get(still.origin, '/readyz')).status, { timeout: 60_000 }).toBe(200);
  expect((await get(still.origin, '/xa-phuong/trang-dai')).status).toBe(200);
});

test('a drawing process is killed: kept pages are read on meanwhile, and its successor draws what nobody has read', async () => {
  const [killed = 0] = drawingProcessesOf(still.child);
  expect((await get(still.origin, '/tin-tuc')).status).toBe(200);
  process.kill(killed, 'SIGKILL');
  let drawn = false;
  const unread = get(still.origin, '/xa-phuong/bien-hoa').finally(() => {
    drawn = true;
  });
  while (!drawn) expect((await get(still.origin, '/tin-tuc')).status).toBe(200);
  expect((await unread).status).toBe(200);
  expect(drawingProcessesOf(still.child)).not.toContain(killed);
});

test('a port that is taken is told in a sentence, without a stack', async () => {
  const [command = '', ...args] = programOf('main');
  const second = spawn(command, args, {
    env: {
      ...process.env,
      NODE_ENV: 'production',
      HOST: '127.0.0.1',
      PORT: new URL(still.origin).port,
      DATABASE_URL: way.url,
    },
  });
  let said = '';
  for (const stream of [second.stdout, second.stderr]) stream.on('data', (words: Buffer) => (said += words));
  expect(await new Promise((ended) => second.once('exit', ended))).toBe(1);
  expect(said.trim()).toMatch(/^Port \d+ on 127\.0\.0\.1 is in use by another program\..*$/);
});

test('asked to stop, a process hears out a form that is under way, answers it, and ends in order', async () => {
  const body = 'identifier=lan&password=x';
  const form = httpRequest(`${still.origin}/api/auth/callback/credentials`, {
    method: 'POST',
    headers: {
      expect: '100-continue',
      'content-type': 'application/x-www-form-urlencoded',
      'content-length': body.length,
    },
  });
  form.flushHeaders();
  await once(form, 'continue'); // now it is in the process's hands
  const ended = once(still.child, 'exit');
  still.child.kill('SIGTERM');
  await expect.poll(() => get(still.origin, '/healthz').then(String, () => 'takes no more')).toBe('takes no more');
  form.end(body);
  const [answer] = (await once(form, 'response')) as [IncomingMessage];
  answer.resume();
  expect(answer.statusCode).toBeLessThan(500);
  expect(await ended).toEqual([0, null]);
});

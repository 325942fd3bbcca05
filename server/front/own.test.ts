import { request } from 'node:http';
import { afterEach, expect, test } from 'vitest';
import { answerPage, openFront } from '@/test/servers/front';
import CacheHandler from '../still/next/cache-handler';
import { FORGET, MISSING } from '../still/tags';

let open: Awaited<ReturnType<typeof openFront>>;
afterEach(() => open?.close());

const form: RequestInit = { method: 'POST', body: new URLSearchParams({ name: 'Lan' }) };

test('a document that Next would keep is kept, to the letter', async () => {
  open = await openFront(async (_, response) => {
    response.setHeader('Content-Type', 'application/rss+xml; charset=utf-8');
    await new CacheHandler().set('k', { kind: 'APP_ROUTE', headers: { 'x-next-cache-tags': 'articles' } }, {});
    response.end('<rss><!-- a --><script>b</script></rss>');
  });
  for (const _ of [1, 2]) {
    const answer = await open.ask('/feed.xml');
    expect(await answer.text()).toBe('<rss><!-- a --><script>b</script></rss>');
    expect(answer.headers.get('content-type')).toContain('rss');
  }
  expect(open.asked).toHaveLength(1);
});

test('a flood of made-up addresses is cut short, while pages that are kept still come', async () => {
  open = await openFront((request, response) =>
    answerPage(response, 'x', request.url === '/vi' ? 'articles' : MISSING),
  );
  await open.ask('/');
  const statuses: number[] = [];
  for (let page = 0; page < 40; page++) statuses.push((await open.ask(`/tin-tuc/a-${page}`)).status);
  expect(statuses.slice(0, 30)).toEqual(Array(30).fill(404));
  expect(statuses.slice(-5)).toEqual(Array(5).fill(429));
  expect((await open.ask('/')).status).toBe(200);
  const refused = await open.ask('/tin-tuc/b');
  expect(refused.headers.get('retry-after')).toBe('30');
  expect(refused.headers.get('x-content-type-options')).toBe('nosniff');
});

test('what was taken back is told to be gone, however many of one network ask for it, and nothing that is there is refused to them', async () => {
  let isThere = true;
  open = await openFront(({ url = '' }, response) => {
    const isOurs = url === '/vi/news' || (url === '/vi/news/x' && isThere);
    return answerPage(response, 'x', isOurs ? 'article:1' : MISSING);
  });
  for (const path of ['/tin-tuc', '/tin-tuc/x']) await open.ask(path);
  isThere = false;
  await open.still.changed(['article:1', FORGET]);
  const statuses = new Set<number>();
  for (let time = 0; time < 60; time++) statuses.add((await open.ask('/tin-tuc/x')).status);
  expect([...statuses]).toEqual([404]);
  expect(open.asked.length, 'found out once a second').toBeLessThan(40);
  const drawnForHer = { headers: { cookie: 'next-auth.session-token=x' } };
  for (let time = 0; time < 40; time++) {
    await open.still.changed(['units']);
    expect((await open.ask('/tin-tuc/x', drawnForHer)).status).toBe(404);
  }
  expect((await open.ask('/tin-tuc/a')).status, 'none of that counts as made up').toBe(404);
  for (let page = 0; page < 40; page++) await open.ask(`/tin-tuc/a-${page}`);
  expect((await open.ask('/tin-tuc/b')).status).toBe(429);
  expect((await open.ask('/tin-tuc/x', drawnForHer)).status, 'and it is refused to nobody').toBe(404);
  expect((await open.ask('/tin-tuc')).status, 'dropped along with what was taken back').toBe(200);
});

test('what was taken back and comes again is there at once for whoever works here, and then for everybody', async () => {
  let isThere = true;
  open = await openFront((_, response) => answerPage(response, 'x', isThere ? 'article:1' : MISSING));
  const status = async (cookie = '') => (await open.ask('/tin-tuc/x', { headers: { cookie } })).status;
  await status();
  isThere = false;
  await open.still.changed(['article:1', FORGET]);
  expect(await status()).toBe(404);
  isThere = true;
  await open.still.changed(['article:1']);
  expect(await status('next-auth.session-token=x')).toBe(200);
  expect(await status(), 'whoever has it drawn has it drawn for all').toBe(200);
});

test('a flood of questions is cut short before any of it is drawn, while pages that are kept still come', async () => {
  open = await openFront((_, response) => answerPage(response, 'x', 'articles'));
  await open.ask('/');
  const statuses: number[] = [];
  for (let at = 0; at < 310; at++) statuses.push((await open.ask(`/tim-kiem?q=a${at}`)).status);
  expect(statuses.slice(0, 300)).toEqual(Array(300).fill(200));
  expect(statuses.slice(-5)).toEqual(Array(5).fill(429));
  expect(open.asked.length).toBeLessThan(305);
  expect((await open.ask('/')).status).toBe(200);
  expect((await open.ask('/tin-tuc?topic=x')).status).toBe(200);
});

test('files of public/ are sent compressed, known again by their ETag; others under _next do not exist', async () => {
  open = await openFront((_, response) => answerPage(response, 'x'));
  const file = await open.ask('/sorry.css', { headers: { 'accept-encoding': 'gzip' } });
  expect([file.status, file.headers.get('content-type')]).toEqual([200, 'text/css; charset=utf-8']);
  expect(file.headers.get('content-encoding')).toBe('gzip');
  const etag = file.headers.get('etag') ?? '';
  expect((await open.ask('/sorry.css', { headers: { 'if-none-match': etag } })).status).toBe(304);
  expect((await open.ask('/sorry.css', form)).status).toBe(405);
  for (const path of ['/_next/static/x.js', '/_next/image?url=%2Fa.png', '/_next/data/x.json'])
    expect((await open.ask(path)).status).toBe(404);
  for (const path of [
    '/_next/static/../../package.json',
    '/_next/static/%2e%2e/%2e%2e/package.json',
    '/..%2fpackage.json',
  ])
    expect(await open.askAsWritten(path)).toBeGreaterThanOrEqual(400);
  expect(open.asked).toEqual([]);
});

test('health is answered by the front itself', async () => {
  const state = { serving: true, database: false, migrations: false };
  open = await openFront((_, response) => answerPage(response, 'x'), { readiness: async () => state });
  expect((await open.ask('/healthz')).status).toBe(200);
  const ready = await open.ask('/readyz');
  expect([ready.status, await ready.json()]).toEqual([503, state]);
  Object.assign(state, { serving: false, database: true, migrations: true });
  expect((await open.ask('/readyz')).status, 'about to stop').toBe(503);
  Object.assign(state, { serving: true });
  expect((await open.ask('/readyz')).status).toBe(200);
  expect(open.asked).toHaveLength(0);
});

test('asked for under a name that is not its own, the portal answers nothing but health', async () => {
  open = await openFront((_, response) => answerPage(response, 'x'), {
    portal: 'https://portal.invalid',
    loopback: false,
  });
  const { origin } = open;
  const asked = (host: string, path: string, method = 'GET') =>
    new Promise<number | undefined>((resolve, reject) => {
      const sending = request(origin + path, { method, headers: { host, origin: `http://${host}` } }, (answer) =>
        resolve(answer.resume().statusCode),
      );
      sending.on('error', reject).end();
    });
  for (const path of ['/', '/admin', '/sorry.css']) expect(await asked('evil.invalid', path), path).toBe(421);
  expect(await asked('evil.invalid', '/api/enrolments', 'POST')).toBe(421);
  expect(await asked('127.0.0.1', '/')).toBe(421);
  expect(open.asked).toEqual([]);
  expect(await asked('evil.invalid', '/healthz')).toBe(200);
  expect(await asked('portal.invalid', '/')).toBe(200);
  expect(await asked('portal.invalid', '/api/enrolments', 'POST'), 'the same name by another scheme').toBe(403);
});

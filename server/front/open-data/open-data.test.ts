import fc from 'fast-check';
import { afterEach, describe, expect, test } from 'vitest';
import { openFront } from '@/test/servers/front';
import CacheHandler from '../../still/next/cache-handler';
import { openDestinationOf } from './open-data';

type Opened = Awaited<ReturnType<typeof openFront>>;
let open: Opened;
afterEach(() => open?.close());

/** Rows as Next answers them; of what nobody knows, as the handler says so. */
const rows = async (path: string) => {
  open = await openFront(async (request, response) => {
    const body = JSON.stringify({ data: [], asked: request.url });
    await new CacheHandler().set('k', { kind: 'APP_ROUTE', headers: { 'x-next-cache-tags': 'figures' } }, {});
    response.setHeader('Content-Type', 'application/json');
    response.setHeader('Link', '</api/v1/coverage?after=x>; rel="next"');
    response.end(body);
  });
  return open.ask(path);
};
const drawn = () => open.asked.map(({ url }) => url);

describe('an address of open data', () => {
  test('is answered for everybody alike, may be read by pages of other sites, and says where the next page is', async () => {
    const plain = await rows('/api/v1/coverage');
    expect(plain.headers.get('access-control-allow-origin')).toBe('*');
    expect(plain.headers.get('access-control-allow-credentials')).toBeNull();
    expect(plain.headers.get('cross-origin-resource-policy')).toBe('cross-origin');
    expect(plain.headers.get('link')).toBe('</api/v1/coverage?after=x>; rel="next"');
    expect(plain.headers.get('vary')).toBe('Accept-Encoding');
    expect(plain.headers.get('x-content-type-options')).toBe('nosniff');
    const told = await plain.text();
    for (const headers of [
      { cookie: 'next-auth.session-token=x; locale=en' },
      { 'accept-language': 'en' },
      { authorization: 'Bearer x' },
      { 'x-forwarded-host': 'evil.invalid', 'x-forwarded-for': '1.2.3.4' },
      { 'x-portal-path': '/admin', origin: 'https://other.invalid', 'x-request-id': 'mine' },
    ]) {
      const answer = await open.ask('/api/v1/coverage', { headers });
      expect([answer.status, await answer.text()], JSON.stringify(headers)).toEqual([200, told]);
      expect(answer.headers.get('etag')).toBe(plain.headers.get('etag'));
      expect(answer.headers.get('set-cookie')).toBeNull();
    }
    expect(drawn()).toEqual(['/api/v1/coverage']);
  });

  test('lies ready at the door from the second time on, with the same head, and has a 304 for who has it', async () => {
    const first = await rows('/api/v1/coverage');
    await open.ask('/api/v1/coverage');
    const behind = open.behind();
    const again = await open.ask('/api/v1/coverage');
    expect(open.behind()).toBe(behind);
    for (const name of ['access-control-allow-origin', 'cross-origin-resource-policy', 'link', 'etag', 'cache-control'])
      expect(again.headers.get(name), name).toBe(first.headers.get(name));
    const same = await open.ask('/api/v1/coverage', { headers: { 'if-none-match': again.headers.get('etag') ?? '' } });
    expect([same.status, await same.text()]).toEqual([304, '']);
    expect(same.headers.get('access-control-allow-origin')).toBe('*');
  });

  test('that names what nobody offers is declined before anything is drawn, with the name of the parameter', async () => {
    await rows('/api/v1/coverage');
    for (const [asked, status, said] of [
      [
        '/api/v1/coverage?utm_source=zalo',
        400,
        { type: 'urn:phu-nu-so-dong-nai:problem:unknown-parameter', parameter: 'utm_source' },
      ],
      ['/api/v1/coverage?day=2026-01-01&day=2026-02-01', 400, { parameter: 'day' }],
      ['/api/v1/coverage?commune=%00', 400, { parameter: 'commune' }],
      ['/api/v1/coverage?day=', 400, { parameter: 'day' }],
      ['/api/v1/articles?level=group', 400, { parameter: 'level' }],
      ['/api/v1/coverage/level/group', 404, {}],
      ['/api/v1/coverage/', 404, {}],
      ['/api/v1', 404, {}],
      ['/api/v1/__proto__', 404, {}],
      ['/api/v1/snapshots/1', 404, {}],
      ['/api/v1/snapshot', 404, {}],
    ] as const) {
      const answer = await open.ask(asked);
      expect(answer.headers.get('content-type'), asked).toBe('application/problem+json');
      expect(answer.status, asked).toBe(status);
      if (status === 400) expect(await answer.json()).toMatchObject({ status, detail: /./, detail_vi: /./, ...said });
      expect(answer.headers.get('cache-control')).toBe('no-store');
    }
    for (const climbing of ['/api/v1/../../etc/passwd', '/api/v1/%2e%2e/admin', '/api/v1//coverage'])
      expect(await open.askAsWritten(climbing), climbing).toBe(404);
    expect(drawn()).toEqual(['/api/v1/coverage']);
  });

  test('is only read: another method is declined with those there are, and a browser that asks beforehand is told', async () => {
    await rows('/api/v1/coverage');
    for (const method of ['POST', 'PUT', 'DELETE', 'PATCH', 'PROPFIND']) {
      const answer = await open.ask('/api/v1/coverage', { method, headers: { origin: 'https://other.invalid' } });
      expect([answer.status, answer.headers.get('allow')], method).toEqual([405, 'GET, HEAD, OPTIONS']);
      expect(await answer.json()).toMatchObject({ status: 405 });
    }
    const asked = await open.ask('/api/v1/coverage', { method: 'OPTIONS' });
    expect([asked.status, asked.headers.get('access-control-allow-methods')]).toEqual([204, 'GET, HEAD, OPTIONS']);
    expect((await open.ask('/api/v1/coverage', { method: 'HEAD' })).status).toBe(200);
  });

  test('that fails, or of a network that made up too many ids, is told so as a problem', async () => {
    open = await openFront(async (request, response) => {
      response.statusCode = request.url?.includes('snapshots') ? 404 : 500;
      response.end('x');
    });
    const failed = await open.ask('/api/v1/coverage');
    expect([failed.status, failed.headers.get('content-type')]).toEqual([500, 'application/problem+json']);
    const id = (at: number) => `00000000-0000-4000-8000-${String(at).padStart(12, '0')}`;
    const answers: Response[] = [];
    for (let at = 0; at < 40; at++) answers.push(await open.ask(`/api/v1/snapshots/${id(at)}`));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([404, 429]));
    const often = answers.find(({ status }) => status === 429);
    expect(often?.headers.get('retry-after')).toBe('30');
    expect(await often?.json()).toMatchObject({ status: 429 });
  });
});

describe('a question', () => {
  test('has one place however it is written, and only the one spelling is learnt', () => {
    const [one, other] = [
      '/api/v1/coverage?level=group&day=2026-03-31',
      '/api/v1/coverage?day=2026%2D03-31&level=group&limit=100',
    ].map(openDestinationOf);
    expect(one).toEqual(other);
    expect(one).toMatchObject({ spelling: '/api/v1/coverage?day=2026-03-31&level=group', keep: 'again' });
  });

  test('of nothing but the language or the format is a page; each address has four of them, whatever is asked', () => {
    const value = fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9._-]{0,20}$/);
    const pages = new Set<string>();
    for (const language of ['', '&language=vi', '&language=en'])
      for (const format of ['', '&format=json', '&format=csv']) {
        const found = openDestinationOf(`/api/v1/coverage?${(language + format).slice(1)}`);
        if (found.kind === 'rows' && found.keep === 'good') pages.add(found.path);
      }
    expect(pages.size).toBe(4);
    fc.assert(
      fc.property(value, value, value, (language, format, after) => {
        const found = openDestinationOf(`/api/v1/coverage?language=${language}&format=${format}&after=${after}`);
        expect(found).toMatchObject({ keep: 'again' });
      }),
    );
  });
});
